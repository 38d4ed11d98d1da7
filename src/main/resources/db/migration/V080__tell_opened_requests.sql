-- When the first of the members who were asked looked at the request; asking anew begins anew.
alter table reconnect_request
	add column opened_at timestamptz constraint reconnect_request_opened check (opened_at >= asked_at);

-- The empty list says when a login was last checked.
create index social_login_by_check on social_login (organization_id, checked_at) where checked_at is not null;
