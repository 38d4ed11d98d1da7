-- Every page asks what is interrupted. These find it without looking at what works: they hold only what is broken, and
-- of the deadlines only those that have passed are read.
create index social_login_broken on social_login (organization_id)
	where unreadable_since is not null or invalid_cause is not null or access_token is null;
create index social_login_deadline on social_login (organization_id, deadline) where deadline is not null;
create index connection_lost on connection (organization_id) where lost_cause is not null and login_id is not null;
