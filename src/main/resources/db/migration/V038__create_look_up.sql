-- When a channel's public profile was last asked for, what came of it, and when nobody waits for the next answer.
create table look_up (
	channel_id uuid constraint look_up_pk primary key constraint look_up_channel references channel,
	organization_id uuid not null constraint look_up_organization references organization,
	-- null when the network did not hear the question, so that a person may ask at once
	asked_at timestamptz,
	answered_at timestamptz,
	outcome text constraint look_up_outcome check (outcome in ('FOUND', 'NOT_SHOWN', 'UNAVAILABLE')),
	-- until when the network wants to be left alone
	closed_until timestamptz,
	due_at timestamptz,
	attempts integer not null default 0
);
create index look_up_due on look_up (due_at) where due_at is not null;
