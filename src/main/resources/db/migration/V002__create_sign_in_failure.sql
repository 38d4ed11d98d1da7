-- What throttles signing in; one row per address and per e-mail address, shared by all replicas.
create table sign_in_failure (
	subject text constraint sign_in_failure_pk primary key,
	failures integer not null,
	last_at timestamptz not null,
	blocked_until timestamptz
);
create index sign_in_failure_last on sign_in_failure (last_at);
