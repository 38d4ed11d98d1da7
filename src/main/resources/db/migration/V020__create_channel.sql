create table channel (
	id uuid constraint channel_pk primary key,
	version bigint not null,
	organization_id uuid not null constraint channel_organization references organization,
	creator_id uuid not null constraint channel_creator references creator,
	network text not null,
	kind text not null default 'OWNED' constraint channel_kind check (kind in ('OWNED', 'MONITORED', 'PAID')),
	handle text not null,
	handle_key text not null,
	external_id text,
	display_name text,
	added_at timestamptz not null,
	archived_at timestamptz,
	-- what the network last said of the profile; null = not reported or not checked yet (profile_at is null)
	profile_at timestamptz,
	is_public boolean,
	account_type text,
	followers bigint,
	-- why it cannot be connected (P-7 to P-9) and how we know
	ineligible_reason text constraint channel_ineligible_reason check (ineligible_reason in ('PRIVATE', 'PERSONAL')),
	ineligible_source text constraint channel_ineligible_source
		check (ineligible_source in ('ATTEMPT', 'LOOKUP', 'MEMBER')),
	ineligible_at timestamptz,
	ineligible_by uuid constraint channel_ineligible_member references member
);
create unique index channel_handle on channel (organization_id, network, handle_key) where archived_at is null;
create unique index channel_external on channel (organization_id, network, external_id)
	where external_id is not null and archived_at is null;
create index channel_by_creator on channel (creator_id);

-- Every figure an answer contained, kept with its date.
create table channel_figure (
	channel_id uuid not null constraint channel_figure_channel references channel,
	organization_id uuid not null constraint channel_figure_organization references organization,
	name text not null,
	as_of timestamptz not null,
	amount bigint not null,
	constraint channel_figure_pk primary key (channel_id, name, as_of)
);
