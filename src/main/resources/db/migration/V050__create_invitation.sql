create table invitation (
	id uuid constraint invitation_pk primary key,
	version bigint not null,
	organization_id uuid not null constraint invitation_organization references organization,
	creator_id uuid not null constraint invitation_creator references creator,
	kind text not null default 'CONNECT' constraint invitation_kind check (kind in ('CONNECT', 'RENEWAL')),
	recipient text,
	language text not null constraint invitation_language check (language in ('de', 'en')),
	message text,
	invited_by uuid not null constraint invitation_member references member,
	created_at timestamptz not null,
	valid_until timestamptz not null,
	reminded_at timestamptz,
	revoked_at timestamptz,
	declined_at timestamptz,
	declined_word text
);
create index invitation_by_creator on invitation (creator_id);

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
	constraint invitation_channel_pk primary key (invitation_id, channel_id)
);
create index invitation_channel_by_channel on invitation_channel (channel_id);

-- Any number of live links, each a hashed token of its own, all ending with the invitation.
create table invitation_link (
	token_hash bytea constraint invitation_link_pk primary key,
	organization_id uuid not null constraint invitation_link_organization references organization,
	invitation_id uuid not null constraint invitation_link_invitation references invitation,
	via text not null constraint invitation_link_via check (via in ('MAIL', 'COPY', 'QR', 'REMINDER', 'RETURN')),
	mail_id uuid,
	created_at timestamptz not null,
	ended_at timestamptz
);
create index invitation_link_by_invitation on invitation_link (invitation_id);
