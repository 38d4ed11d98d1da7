-- When a creator was asked to connect a channel and has not answered yet; null where nobody asked. A mail that was refused
-- asked nobody.
create function asked_creator(channel uuid, moment timestamptz) returns timestamptz language sql stable as $$
	select max(coalesce(k.created_at, v.created_at))
	from invitation_channel w
	join invitation v on v.id = w.invitation_id
	left join invitation_link k on k.invitation_id = v.id and k.via <> 'RETURN'
	left join mail m on m.id = k.mail_id
	where w.channel_id = channel and m.state is distinct from 'REFUSED'
		and invitation_channel_state(w.state, w.started_at, v.valid_until, moment) in ('SENT', 'OPENED', 'STARTED')
$$;

-- Notices of coming ends, which are solved when the end moves.
create index notice_of_end on notice (organization_id) where solved_at is null and kind = 'EXPIRING';
