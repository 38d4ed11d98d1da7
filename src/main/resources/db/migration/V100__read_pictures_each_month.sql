-- When a channel's profile is read next for its picture, by itself or because somebody asked, and what came of it.
create table picture_reading (
	channel_id uuid constraint picture_reading_pk primary key
		constraint picture_reading_channel references channel on delete cascade,
	organization_id uuid not null constraint picture_reading_organization references organization,
	network text not null,
	-- null: not by itself; infinity: somewhere within the next cycle, chosen by the first round
	read_at timestamptz,
	-- since when somebody waits for it
	wanted_at timestamptz,
	-- the process that is at it, and when it is taken to have given up although it lives
	leased_by uuid,
	leased_until timestamptz,
	attempted_at timestamptz,
	outcome text constraint picture_reading_outcome check (outcome in ('CHANGED', 'UNCHANGED', 'SKIPPED', 'FAILED')),
	-- why it was skipped or failed
	reason text,
	-- why the network cannot be asked at all; null when it can
	gap text constraint picture_reading_gap check (gap in (
		'NOT_CONNECTED', 'INTERRUPTED', 'NO_LOOK_UP', 'PRIVATE', 'PERSONAL', 'NOT_SHOWN')),
	unanswered_since timestamptz,
	failures integer not null default 0,
	-- how the picture's server named what it sent, and for which address, what is signed left aside
	etag text,
	etag_address text,
	constraint picture_reading_lease check ((leased_by is null) = (leased_until is null))
);
create index picture_reading_due on picture_reading (network, read_at) where read_at is not null;
create index picture_reading_wanted on picture_reading (network, wanted_at) where wanted_at is not null;
create index picture_reading_leased on picture_reading (leased_by) where leased_by is not null;
create index picture_reading_by_attempt on picture_reading (attempted_at) where attempted_at is not null;

insert into picture_reading (channel_id, organization_id, network, read_at)
select id, organization_id, network, 'infinity' from channel where archived_at is null;

-- What somebody asked to be fetched, and how far it is.
create table picture_run (
	id uuid constraint picture_run_pk primary key,
	organization_id uuid not null constraint picture_run_organization references organization,
	scope text not null constraint picture_run_scope check (scope in ('CHANNEL', 'CREATOR', 'ORGANIZATION')),
	creator_id uuid constraint picture_run_creator references creator,
	asked_by uuid not null constraint picture_run_member references member,
	asked_at timestamptz not null,
	total integer not null,
	stopped_at timestamptz,
	stopped_by uuid constraint picture_run_stopped_by references member,
	-- since when it runs without a break, and how much was done before
	resumed_at timestamptz not null,
	done_before integer not null default 0
);
create index picture_run_by_organization on picture_run (organization_id, asked_at);
create index picture_run_by_age on picture_run (asked_at);

create table picture_run_item (
	run_id uuid not null constraint picture_run_item_run references picture_run on delete cascade,
	channel_id uuid not null constraint picture_run_item_channel references channel on delete cascade,
	organization_id uuid not null constraint picture_run_item_organization references organization,
	network text not null,
	outcome text constraint picture_run_item_outcome check (outcome in ('CHANGED', 'UNCHANGED', 'SKIPPED', 'FAILED')),
	reason text,
	done_at timestamptz,
	constraint picture_run_item_pk primary key (run_id, channel_id)
);
create index picture_run_item_open on picture_run_item (channel_id) where outcome is null;
