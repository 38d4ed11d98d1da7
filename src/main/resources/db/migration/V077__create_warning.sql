-- What a member is told by mail about a channel: written down in the transaction in which it happened, gathered with
-- others until it is due, then settled once: with the mail that told it, or with the reason why none did.
create table warning (
	id uuid constraint warning_pk primary key,
	organization_id uuid not null constraint warning_organization references organization,
	member_id uuid not null constraint warning_member references member,
	channel_id uuid not null constraint warning_channel references channel,
	kind text not null,
	-- the moment that it is about, such as the begin of a gap: the same moment is told to the same member once
	about timestamptz not null,
	created_at timestamptz not null,
	due_at timestamptz not null,
	settled_at timestamptz,
	outcome text constraint warning_outcome check (outcome in ('MAILED', 'RECOVERED', 'LEFT')),
	mail_id uuid constraint warning_mail references mail,
	constraint warning_once unique (channel_id, kind, about, member_id),
	constraint warning_settled check ((settled_at is null) = (outcome is null)),
	constraint warning_mailed check (coalesce(outcome, '') = 'MAILED' or mail_id is null)
);
create index warning_due on warning (due_at) where settled_at is null;
create index warning_open on warning (member_id) where settled_at is null;
