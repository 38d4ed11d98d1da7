-- When a login is renewed and verified next, and what is under way with it.
alter table social_login
	-- counts every set of tokens that was ever stored: an answer to an older set replaces nothing
	add column token_version bigint not null default 0,
	-- null where nothing can or may be renewed
	add column renew_at timestamptz,
	-- the process that is asking for new tokens right now; it stays until the answer is stored
	add column renewing_by uuid,
	add column renewing_since timestamptz,
	add column renewal_failures integer not null default 0,
	-- the network took the refresh token for good no more
	add column renewal_refused text,
	-- a token that works once was shown to the network, and nobody knows what it answered
	add column in_doubt_since timestamptz,
	add column verify_at timestamptz,
	add column verify_failures integer not null default 0,
	-- refused once; judged when it is refused again in another way
	add column suspected_since timestamptz,
	-- since when the network has given no answer that says anything
	add column no_answer_since timestamptz;

update social_login set verify_at = connected_at,
	renew_at = connected_at + (access_expires_at - connected_at) / 2
where access_token is not null;

create index social_login_renewal_due on social_login (provider, renew_at)
	where renew_at is not null and renewing_by is null;
create index social_login_in_flight on social_login (renewing_by) where renewing_by is not null;
create index social_login_verify_due on social_login (provider, verify_at) where verify_at is not null;

-- As before, with what is under way beside the state.
drop function connection_state(timestamptz);
create function connection_state(moment timestamptz) returns table (
	channel_id uuid,
	organization_id uuid,
	creator_id uuid,
	state text,
	cause text,
	cause_detail text,
	since timestamptz,
	renew_by timestamptz,
	renew_by_source text,
	login_id uuid,
	connected_at timestamptz,
	connected_by_member uuid,
	connected_by_creator boolean,
	granted text[],
	missing text[],
	disconnected_at timestamptz,
	disconnected_by_member uuid,
	severity integer,
	no_answer_since timestamptz,
	in_doubt_since timestamptz
) language sql stable parallel safe as $$
	select c.id, c.organization_id, c.creator_id, s.state,
		case when s.state = 'INVALID' then coalesce(l.invalid_cause, k.lost_cause, 'TOKEN_REJECTED') end,
		case when s.state = 'INVALID' and l.invalid_cause is null then k.lost_detail end,
		case s.state
			when 'UNREADABLE' then l.unreadable_since
			when 'INVALID' then case when l.invalid_cause is null then coalesce(k.lost_since, k.connected_at) else l.invalid_since end
			when 'EXPIRED' then l.deadline
			when 'EXPIRING' then l.deadline - interval '240 hours'
			when 'CONNECTED' then k.connected_at
			when 'NOT_ELIGIBLE' then c.ineligible_at
			when 'DISCONNECTED' then k.disconnected_at
			when 'INVITED' then a.asked_at
			else c.added_at
		end,
		l.deadline,
		coalesce(l.deadline_source, 'NONE'),
		l.id,
		k.connected_at,
		k.connected_by_member,
		coalesce(k.connected_by_creator, false),
		coalesce(k.granted, '{}'),
		coalesce(k.missing, '{}'),
		k.disconnected_at,
		k.disconnected_by_member,
		case s.state
			when 'UNREADABLE' then 1
			when 'INVALID' then 2
			when 'EXPIRED' then 3
			when 'EXPIRING' then 4
			when 'NOT_ELIGIBLE' then 5
			when 'NOT_CONNECTED' then 6
			when 'DISCONNECTED' then 7
			when 'INVITED' then 8
			else 9
		end,
		l.no_answer_since,
		l.in_doubt_since
	from channel c
	left join connection k on k.channel_id = c.id
	left join social_login l on l.id = k.login_id
	left join asked_channel a on a.channel_id = c.id
	cross join lateral (select case
		when l.unreadable_since is not null then 'UNREADABLE'
		when coalesce(l.invalid_cause, case when l.id is not null then k.lost_cause end) is not null then 'INVALID'
		when l.id is not null and l.access_token is null then 'INVALID'
		when l.deadline <= moment then 'EXPIRED'
		when l.deadline - interval '240 hours' <= moment then 'EXPIRING'
		when l.id is not null then 'CONNECTED'
		when c.ineligible_reason is not null then 'NOT_ELIGIBLE'
		when k.channel_id is not null then 'DISCONNECTED'
		when a.asked_until > moment then 'INVITED'
		else 'NOT_CONNECTED'
	end as state) s
	where c.archived_at is null
$$;
