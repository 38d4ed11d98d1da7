-- How far our clock was from an API's when it last answered, in seconds; positive where ours was ahead.
alter table network_api add column clock_ahead_seconds bigint;

-- What a provider last said of the operator's client id and secret.
create table provider_check (
	provider text constraint provider_check_pk primary key,
	checked_at timestamptz not null,
	outcome text not null constraint provider_check_outcome check (outcome in ('ACCEPTED', 'REFUSED', 'UNKNOWN'))
);
