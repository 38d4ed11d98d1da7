create table social_login (
	id uuid constraint social_login_pk primary key,
	version bigint not null,
	organization_id uuid not null constraint social_login_organization references organization,
	provider text not null,
	external_user_id text not null,
	external_user_name text,
	scopes text[] not null,
	access_token bytea,
	access_expires_at timestamptz,
	refresh_token bytea,
	refresh_expires_at timestamptz,
	deadline timestamptz,
	deadline_source text not null
		constraint social_login_deadline_source check (deadline_source in ('REPORTED', 'DERIVED', 'NONE')),
	connected_at timestamptz not null,
	connected_by_member uuid constraint social_login_member references member,
	connected_by_creator uuid constraint social_login_creator references creator,
	invalid_cause text,
	invalid_since timestamptz,
	unreadable_since timestamptz,
	checked_at timestamptz,
	constraint social_login_once unique (organization_id, provider, external_user_id)
);
create index social_login_by_user on social_login (provider, external_user_id);

-- The channel as carried by a login; one row per channel that was ever connected. Permissions stand here by their
-- message keys, in social_login.scopes by the provider's words.
create table connection (
	channel_id uuid constraint connection_pk primary key constraint connection_channel references channel,
	version bigint not null,
	organization_id uuid not null constraint connection_organization references organization,
	login_id uuid constraint connection_login references social_login,
	channel_token bytea,
	granted text[] not null,
	missing text[] not null,
	connected_at timestamptz not null,
	-- who connected it last; kept when it is disconnected
	connected_by_member uuid constraint connection_connected_member references member,
	connected_by_creator boolean not null default false,
	lost_cause text,
	lost_detail text,
	lost_since timestamptz,
	disconnected_at timestamptz,
	disconnected_by_member uuid constraint connection_disconnected_member references member,
	disconnected_by_creator boolean not null default false
);
create index connection_by_login on connection (login_id);

-- Told by whoever invites: until when somebody was asked to connect this channel.
create table asked_channel (
	channel_id uuid constraint asked_channel_pk primary key constraint asked_channel_channel references channel,
	organization_id uuid not null constraint asked_channel_organization references organization,
	asked_at timestamptz not null,
	asked_until timestamptz not null
);

-- One row per departure to a network, found by the hash of state, used once.
create table sign_in_attempt (
	id uuid constraint sign_in_attempt_pk primary key,
	organization_id uuid not null constraint sign_in_attempt_organization references organization,
	state_hash bytea not null constraint sign_in_attempt_state unique,
	browser_hash bytea not null,
	provider text not null,
	channel_id uuid not null constraint sign_in_attempt_channel references channel,
	errand text not null,
	errand_id uuid,
	member_id uuid constraint sign_in_attempt_member references member,
	return_path text,
	redirect_uri text not null,
	scopes text[] not null,
	verifier bytea,
	started_at timestamptz not null,
	expires_at timestamptz not null,
	used_at timestamptz,
	ended_at timestamptz,
	diagnosis text,
	diagnosis_detail jsonb
);
create index sign_in_attempt_by_channel on sign_in_attempt (channel_id, started_at desc);
create index sign_in_attempt_open on sign_in_attempt (expires_at) where verifier is not null;

-- What else a successful sign-in reaches, offered to the person who signed in; kept sealed for half an hour.
create table reached_channel (
	id uuid constraint reached_channel_pk primary key,
	organization_id uuid not null constraint reached_channel_organization references organization,
	attempt_id uuid not null constraint reached_channel_attempt references sign_in_attempt,
	login_id uuid not null constraint reached_channel_login references social_login,
	network text not null,
	external_id text not null,
	handle text not null,
	display_name text,
	reached_sealed bytea not null,
	expires_at timestamptz not null,
	constraint reached_channel_once unique (attempt_id, network, external_id)
);
create index reached_channel_due on reached_channel (expires_at);

-- Another account came back and waits for a member's word (B-5): kept sealed and unused for seven days.
create table offered_channel (
	id uuid constraint offered_channel_pk primary key,
	organization_id uuid not null constraint offered_channel_organization references organization,
	creator_id uuid not null constraint offered_channel_creator references creator,
	expected_channel_id uuid not null constraint offered_channel_expected references channel,
	attempt_id uuid not null constraint offered_channel_attempt references sign_in_attempt
		constraint offered_channel_once unique,
	provider text not null,
	external_user_id text not null,
	network text not null,
	external_id text not null,
	handle text not null,
	display_name text,
	grant_sealed bytea,
	offered_at timestamptz,
	expires_at timestamptz not null,
	decided_at timestamptz,
	accepted boolean,
	decided_by uuid constraint offered_channel_member references member
);
create index offered_channel_due on offered_channel (expires_at) where decided_at is null;

-- Access that we no longer use and that has to be given back at the network; kept sealed until that has happened.
create table access_return (
	id uuid constraint access_return_pk primary key,
	organization_id uuid not null constraint access_return_organization references organization,
	provider text not null,
	external_user_id text not null,
	grant_sealed bytea not null,
	created_at timestamptz not null,
	due_at timestamptz not null,
	attempts integer not null default 0
);
create index access_return_due on access_return (due_at);
