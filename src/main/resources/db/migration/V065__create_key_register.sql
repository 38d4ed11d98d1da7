-- The key that secrets are sealed with, in all processes: one row. Ids of keys are those of the keyset, as signed
-- numbers.
create table sealing_key (
	one boolean constraint sealing_key_pk primary key default true constraint sealing_key_one check (one),
	key_id integer not null,
	since timestamptz not null
);

-- Which keys each process has read. A process that is not alive counts for nothing.
create table key_report (
	process_id uuid constraint key_report_pk primary key,
	key_ids integer[] not null,
	-- what it seals with; null where it knows none of the keys that the others know
	seals_with integer,
	reported_at timestamptz not null
);

-- How far a sealed column has been sealed anew, in the order of its rows.
create table resealing (
	place text constraint resealing_pk primary key,
	key_id integer not null,
	-- the keys that could be opened then
	key_ids integer[] not null,
	after_id uuid not null,
	total bigint not null,
	resealed bigint not null default 0,
	failed bigint not null default 0,
	started_at timestamptz not null,
	finished_at timestamptz
);
