-- On which days before the end of a connection an organization wants to be warned, where it decided so itself; 0 is the
-- day of the end. What lay before a change is not made up for.
create table warning_rule (
	organization_id uuid not null constraint warning_rule_organization references organization,
	network text not null,
	kind text not null constraint warning_rule_kind check (kind in ('OWNED', 'MONITORED', 'PAID')),
	days integer[] not null constraint warning_rule_days check (0 <= all (days) and 90 >= all (days)),
	changed_at timestamptz not null,
	changed_by uuid not null constraint warning_rule_member references member,
	constraint warning_rule_pk primary key (organization_id, network, kind)
);

alter table organization
	-- at which hour of its day, null for that of the installation
	add column warning_hour smallint constraint organization_warning_hour check (warning_hour between 0 and 23),
	-- whether creators are reminded of what they connected
	add column renewal_mails boolean not null default true;

alter table warning
	-- how many days before, null where it is about no end
	add column days smallint constraint warning_days check (days between 0 and 90),
	drop constraint warning_once,
	add constraint warning_once unique nulls not distinct (channel_id, kind, about, days, member_id);

-- Channels whose connection works, or did until its deadline: what people are warned of.
create view ending_connection as
select c.id as channel_id, l.organization_id, c.creator_id, c.network, c.kind, l.id as login_id, l.deadline,
	greatest(k.connected_at, l.connected_at) as connected_at
from social_login l
join connection k on k.login_id = l.id
join channel c on c.id = k.channel_id
join creator r on r.id = c.creator_id
where l.deadline is not null and l.access_token is not null and l.invalid_cause is null and k.lost_cause is null
	and c.archived_at is null and r.archived_at is null;

-- One organization's zone that this database does not know must not keep all others from being warned.
create function known_zone(name text, moment timestamptz) returns text language plpgsql stable as $$
begin
	perform moment at time zone name;
	return name;
exception when invalid_parameter_value then
	return 'UTC';
end
$$;

-- When to warn of an end: so many days before its day, at an hour, both as the zone counts them.
create function warning_moment(ends timestamptz, days integer, in_zone text, at_hour integer) returns timestamptz
language sql immutable parallel safe as $$
	select (cast(ends at time zone in_zone as date) - days + make_interval(hours => at_hour)) at time zone in_zone
$$;

-- The last day whose hour has come.
create function warning_day(moment timestamptz, in_zone text, at_hour integer) returns date
language sql immutable parallel safe as $$
	select cast(moment at time zone in_zone as date)
		- case when warning_moment(moment, 0, in_zone, at_hour) > moment then 1 else 0 end
$$;
