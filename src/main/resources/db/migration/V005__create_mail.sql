-- One row per mail. What it says is sealed (it holds links) and erased once it was handed over.
create table mail (
	id uuid constraint mail_pk primary key,
	organization_id uuid constraint mail_organization references organization,
	kind text not null,
	recipient text not null,
	subject text not null,
	content bytea,
	state text not null constraint mail_state check (state in ('QUEUED', 'SENDING', 'SENT', 'REFUSED')),
	owner text,
	attempts integer not null default 0,
	created_at timestamptz not null,
	-- while it waits: the next attempt; while it is sent: until when its sender may be alive
	due_at timestamptz not null,
	sent_at timestamptz,
	error text
);
create index mail_due on mail (due_at) where state = 'QUEUED';
create index mail_sending on mail (due_at) where state = 'SENDING';
