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
	organization_id uuid not null constraint channel_picture_organization references organization,
	-- the picture that is shown
	hash text,
	-- what was fetched, to tell an unchanged one
	source_hash text,
	-- where the network offered it; null once it was fetched or given up
	source_url text,
	fetched_at timestamptz,
	attempted_at timestamptz,
	attempts integer not null default 0,
	next_attempt_at timestamptz,
	missing_reason text constraint channel_picture_missing_reason check (missing_reason in (
		'NO_PICTURE', 'UNREACHABLE', 'GONE', 'NOT_ALLOWED', 'TOO_LARGE', 'NOT_AN_IMAGE'))
);
create index channel_picture_due on channel_picture (next_attempt_at) where next_attempt_at is not null;
create index channel_picture_by_hash on channel_picture (organization_id, hash);
