-- Which channel's picture a creator is shown with where no member uploaded one, and how that channel stands: the one that
-- a member chose, else the connected one, else the one with the most followers, else the oldest. One plain select, so that
-- the planner can inline it.
create function shown_channel_picture(creator uuid, moment timestamptz) returns table (
	channel_id uuid,
	hash text,
	fetched_at timestamptz,
	state text
) language sql stable parallel safe as $$
	select c.id, i.hash, i.fetched_at, s.state
	from channel c
	join channel_picture i on i.channel_id = c.id and i.hash is not null
	join connection_state(moment) s on s.channel_id = c.id
	left join creator_picture u on u.creator_id = c.creator_id
	where c.creator_id = creator and c.archived_at is null
	order by c.id is not distinct from u.channel_id desc, s.state in ('CONNECTED', 'EXPIRING') desc,
		c.followers desc nulls last, c.added_at, c.id limit 1
$$;
