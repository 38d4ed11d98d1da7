-- A warning is checked against those that it belongs to together, not against each: where there are very many that is
-- much of the work. It says besides that these belong together.
alter table member add constraint member_of_organization unique (organization_id, id);
alter table warning drop constraint warning_organization, drop constraint warning_member,
	add constraint warning_member foreign key (organization_id, member_id) references member (organization_id, id);

-- In the place of the index on the creator alone.
alter table channel add constraint channel_of_creator unique (creator_id, organization_id, id);
drop index channel_by_creator;
alter table creator_warning drop constraint creator_warning_organization, drop constraint creator_warning_creator,
	drop constraint creator_warning_channel,
	add constraint creator_warning_channel foreign key (creator_id, organization_id, channel_id)
		references channel (creator_id, organization_id, id);

-- Logins that work, or did until their deadline.
create view ending_login as
select l.id, l.organization_id, l.deadline, l.connected_at
from social_login l
where l.deadline is not null and l.access_token is not null and l.invalid_cause is null;

-- Channels that have what their login gives.
create view carried_channel as
select c.id as channel_id, c.creator_id, c.network, c.kind, k.login_id, k.connected_at, k.connected_by_creator,
	r.email as creator_email
from connection k
join channel c on c.id = k.channel_id
join creator r on r.id = c.creator_id
where k.lost_cause is null and c.archived_at is null and r.archived_at is null;

-- Of those two, as before.
create or replace view ending_connection as
select c.channel_id, l.organization_id, c.creator_id, c.network, c.kind, l.id as login_id, l.deadline,
	greatest(c.connected_at, l.connected_at) as connected_at, c.connected_by_creator
from ending_login l
join carried_channel c on c.login_id = l.id;
