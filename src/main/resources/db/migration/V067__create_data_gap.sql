-- When a channel was connected for the first time: what was before is not known.
alter table connection add column first_connected_at timestamptz;
update connection set first_connected_at = connected_at;

-- Which channels deliver nothing at a moment, why and since when. Whatever connection_state says of a channel whose
-- login was taken away on purpose, it delivers nothing since then.
create function interruption(moment timestamptz) returns table (
	channel_id uuid,
	organization_id uuid,
	state text,
	cause text,
	detail text,
	since timestamptz
) language sql stable parallel safe as $$
	select s.channel_id, s.organization_id,
		case when s.login_id is null then 'DISCONNECTED' else s.state end,
		s.cause, s.cause_detail,
		greatest(s.connected_at, case when s.login_id is null then s.disconnected_at else s.since end)
	from connection_state(moment) s
	where s.state in ('EXPIRED', 'INVALID', 'UNREADABLE') or (s.login_id is null and s.disconnected_at is not null)
$$;

-- From when to when a channel delivered nothing, and why; open while it lasts. Another cause is another gap. At most one
-- is open, and the next one begins where the last one ended at the earliest, so that none lies within another.
create table data_gap (
	channel_id uuid not null constraint data_gap_channel references channel,
	organization_id uuid not null constraint data_gap_organization references organization,
	begins_at timestamptz not null,
	ends_at timestamptz,
	state text not null
		constraint data_gap_state check (state in ('EXPIRED', 'INVALID', 'UNREADABLE', 'DISCONNECTED')),
	cause text,
	detail text,
	constraint data_gap_pk primary key (channel_id, begins_at),
	constraint data_gap_forward check (ends_at > begins_at)
);
create unique index data_gap_open on data_gap (channel_id) where ends_at is null;
create index data_gap_by_organization on data_gap (organization_id, begins_at);
