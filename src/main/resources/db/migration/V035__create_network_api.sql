-- What the networks' APIs last said of themselves and of their limits, shared by all replicas.
create table network_api (
	api text constraint network_api_pk primary key,
	answered_at timestamptz not null,
	-- the kind of fault of the last call, null when it was answered properly
	fault text,
	sound_at timestamptz,
	closed_until timestamptz,
	used_percent integer,
	calls_left bigint,
	renewed_at timestamptz
);
