-- When a provider last told us something, and when somebody last tried to in vain.
create table provider_push (
	provider text constraint provider_push_pk primary key,
	accepted_at timestamptz,
	refused_at timestamptz,
	refusal text
);

-- Deletions that persons asked for at a network, over all organizations: what a status page says of them, and nothing
-- that tells who it was.
create table deletion_request (
	code text constraint deletion_request_pk primary key,
	provider text not null,
	-- of provider, person and moment, so that the same request is answered the same way
	request_hash bytea not null constraint deletion_request_once unique,
	asked_at timestamptz not null,
	done_at timestamptz,
	logins integer not null default 0,
	channels integer not null default 0
);

-- Through which login a channel was last read. It stays when the channel is disconnected, so that what the login told
-- can be deleted later.
alter table connection add column last_login_id uuid constraint connection_last_login references social_login;
update connection set last_login_id = login_id;
create index connection_by_last_login on connection (last_login_id);
