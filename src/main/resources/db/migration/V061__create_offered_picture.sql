-- The picture of another account that waits for a member's word (B-5). Its bytes stand here alone, so that they go with
-- the offer; an accepted one hands them to its channel.
create table offered_channel_picture (
	offer_id uuid constraint offered_channel_picture_pk primary key
		constraint offered_channel_picture_offer references offered_channel on delete cascade,
	organization_id uuid not null constraint offered_channel_picture_organization references organization,
	-- where the network showed it; null once it was fetched or given up
	source_url text,
	attempts integer not null default 0,
	next_attempt_at timestamptz,
	-- what was fetched, to tell an unchanged one
	source_hash text,
	hash text,
	large bytea,
	small bytea,
	fetched_at timestamptz,
	constraint offered_channel_picture_whole check ((fetched_at is null) = (hash is null)
		and (hash is null) = (large is null) and (hash is null) = (small is null))
);
create index offered_channel_picture_due on offered_channel_picture (next_attempt_at)
	where next_attempt_at is not null;
