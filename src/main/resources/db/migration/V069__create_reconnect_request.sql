-- Somebody asked colleagues to connect a channel again; open until it is, or until there is nothing to connect any more.
create table reconnect_request (
	id uuid constraint reconnect_request_pk primary key,
	-- counts how often the open request was asked anew
	version bigint not null,
	organization_id uuid not null constraint reconnect_request_organization references organization,
	channel_id uuid not null constraint reconnect_request_channel references channel,
	asked_by uuid not null constraint reconnect_request_asker references member,
	asked_at timestamptz not null,
	-- the members who were asked
	asked uuid[] not null constraint reconnect_request_somebody check (cardinality(asked) > 0),
	ended_at timestamptz,
	constraint reconnect_request_forward check (ended_at >= asked_at)
);
create unique index reconnect_request_open on reconnect_request (channel_id) where ended_at is null;
