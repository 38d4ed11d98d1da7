-- Equal content stands once per organization.
create table picture (
	organization_id uuid not null constraint picture_organization references organization,
	hash text not null,
	size integer not null,
	content bytea not null,
	content_type text not null,
	stored_at timestamptz not null,
	constraint picture_pk primary key (organization_id, hash, size)
);

create table channel_picture (
	channel_id uuid constraint channel_picture_pk primary key constraint channel_picture_channel references channel,
	version bigint not null,
	organization_id uuid not null constraint channel_picture_organization references organization,
	hash text,
	source_hash text,
	fetched_at timestamptz,
	attempted_at timestamptz,
	next_attempt_at timestamptz,
	missing_reason text
);
