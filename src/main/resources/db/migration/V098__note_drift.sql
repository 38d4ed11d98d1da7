-- What networks changed about a channel between two readings, such as its handle.
create table channel_drift (
	id uuid constraint channel_drift_pk primary key,
	channel_id uuid not null constraint channel_drift_channel references channel,
	organization_id uuid not null constraint channel_drift_organization references organization,
	kind text not null constraint channel_drift_kind
		check (kind in ('RENAMED', 'PRIVATE', 'PERSONAL', 'FOLLOWERS', 'PICTURE')),
	-- what people called it before and after, or how many followed it in digits; null where the kind says all
	before text,
	after text,
	at timestamptz not null
);
create index channel_drift_by_channel on channel_drift (channel_id, at desc);
create index channel_drift_recent on channel_drift (organization_id, at);
