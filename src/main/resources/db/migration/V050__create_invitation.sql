create table invitation (
	id uuid constraint invitation_pk primary key,
	version bigint not null,
	organization_id uuid not null constraint invitation_organization references organization,
	creator_id uuid not null constraint invitation_creator references creator,
	kind text not null default 'CONNECT' constraint invitation_kind check (kind in ('CONNECT', 'RENEWAL')),
	recipient text,
	language text not null constraint invitation_language check (language in ('de', 'en')),
	message text,
	-- who pressed the button, and in whose name it is sent (B-21)
	invited_by uuid not null constraint invitation_member references member,
	sender uuid not null constraint invitation_sender references member,
	created_at timestamptz not null,
	valid_until timestamptz not null,
	mailed_at timestamptz,
	reminded_at timestamptz,
	opened_at timestamptz,
	started_at timestamptz,
	confirmed_at timestamptz,
	revoked_at timestamptz,
	declined_at timestamptz,
	declined_word text,
	-- a channel of it failed with a diagnosis and waits for somebody; stuck ones are listed first
	stuck boolean not null default false
);
create index invitation_by_creator on invitation (creator_id);
create index invitation_by_age on invitation (organization_id, stuck desc, created_at desc, id desc);
create index invitation_to_remind on invitation (mailed_at)
	where reminded_at is null and mailed_at is not null and confirmed_at is null and declined_at is null
	and revoked_at is null and not stuck;

create table invitation_channel (
	invitation_id uuid not null constraint invitation_channel_invitation references invitation,
	channel_id uuid not null constraint invitation_channel_channel references channel,
	organization_id uuid not null constraint invitation_channel_organization references organization,
	position integer not null,
	provider text not null,
	state text not null constraint invitation_channel_state
		check (state in ('SENT', 'OPENED', 'STARTED', 'CONFIRMED', 'DECLINED', 'EXPIRED', 'REVOKED')),
	state_since timestamptz not null,
	opened_at timestamptz,
	started_at timestamptz,
	confirmed_at timestamptz,
	diagnosis text,
	diagnosis_detail jsonb,
	diagnosed_at timestamptz,
	disowned boolean not null default false,
	constraint invitation_channel_pk primary key (invitation_id, channel_id)
);
create index invitation_channel_by_channel on invitation_channel (channel_id);
create index invitation_channel_stuck on invitation_channel (organization_id, diagnosis)
	where state = 'OPENED' and diagnosis is not null;

-- Any number of live links, each a hashed token of its own, all ending with the invitation. A RETURN link shows how
-- one attempt ended.
create table invitation_link (
	token_hash bytea constraint invitation_link_pk primary key,
	organization_id uuid not null constraint invitation_link_organization references organization,
	invitation_id uuid not null constraint invitation_link_invitation references invitation,
	via text not null constraint invitation_link_via check (via in ('MAIL', 'COPY', 'QR', 'REMINDER', 'RETURN')),
	mail_id uuid,
	attempt_id uuid,
	channel_id uuid,
	other_browser boolean not null default false,
	created_at timestamptz not null,
	ended_at timestamptz
);
create index invitation_link_by_invitation on invitation_link (invitation_id);

-- How a channel of an invitation stands at a moment: an unanswered one ends with its invitation, an attempt without an
-- end goes back to opened after 30 minutes.
create function invitation_channel_state(state text, started_at timestamptz, valid_until timestamptz, at timestamptz)
	returns text language sql stable as $$
	select case
		when state in ('SENT', 'OPENED', 'STARTED') and valid_until <= at then 'EXPIRED'
		when state = 'STARTED' and started_at <= at - interval '30 minutes' then 'OPENED'
		else state
	end
$$;
