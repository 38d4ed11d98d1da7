-- What all processes know of the mail server together: one row.
create table mail_gate (
	the_only boolean not null default true
		constraint mail_gate_pk primary key constraint mail_gate_only check (the_only),
	-- where mails are limited per minute: the next one leaves then at the earliest
	next_at timestamptz,
	-- since when it takes no mails; how often it was tried since, and when it is tried next
	trouble_since timestamptz,
	tries integer not null default 0,
	try_at timestamptz,
	error text,
	-- how many mails it put off one after the other, each for the first time
	doubts integer not null default 0,
	constraint mail_gate_trouble check ((trouble_since is null) = (try_at is null))
);
insert into mail_gate default values;
-- How often a mail was put off for its own sake, and when it was given up.
alter table mail
	add column pauses integer not null default 0,
	add column refused_at timestamptz;
update mail set refused_at = created_at where state = 'REFUSED';
create index mail_refused on mail (organization_id, refused_at desc) where state = 'REFUSED';
create index mail_waiting on mail (created_at) where state = 'QUEUED';
