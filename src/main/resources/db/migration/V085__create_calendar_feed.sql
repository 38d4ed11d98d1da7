-- The secret address at which a member's calendar program reads the deadlines of one organization (B-16). There is none
-- without a row. The revision counts how often what is read there changed: it is the sequence of its events.
create table calendar_feed (
	member_id uuid constraint calendar_feed_pk primary key constraint calendar_feed_member references member,
	organization_id uuid not null constraint calendar_feed_organization references organization,
	token_hash bytea not null constraint calendar_feed_token unique,
	created_at timestamptz not null,
	revision integer not null default 0,
	revised_at timestamptz not null,
	content_hash text
);
