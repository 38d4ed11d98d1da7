-- The connections of an organization are read in order of urgency, one page at a time, without looking at the others:
-- logins whose key is missing, invalid ones and channels that a login no longer reaches, each by age; what works by
-- deadline, so that what has expired comes before what will; what was disconnected, the latest first.
create index social_login_by_missing_key on social_login (organization_id, unreadable_since, id)
	where unreadable_since is not null;
create index social_login_by_end on social_login (organization_id, (coalesce(invalid_since, connected_at)), id)
	where unreadable_since is null and invalid_cause is not null;
create index social_login_without_token on social_login (organization_id, id)
	where unreadable_since is null and invalid_cause is null and access_token is null;
create index social_login_by_deadline on social_login (organization_id, (coalesce(deadline, 'infinity')), id)
	where unreadable_since is null and invalid_cause is null and access_token is not null;
create index connection_by_loss on connection (organization_id, (coalesce(lost_since, connected_at)), login_id, channel_id)
	where lost_cause is not null and login_id is not null;
create index connection_by_end on connection (organization_id, (coalesce(disconnected_at, connected_at)) desc, channel_id)
	where login_id is null;
