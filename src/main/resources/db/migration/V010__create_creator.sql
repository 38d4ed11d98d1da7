create table creator (
	id uuid constraint creator_pk primary key,
	version bigint not null,
	organization_id uuid not null constraint creator_organization references organization,
	name text not null,
	email text,
	language text not null constraint creator_language check (language in ('de', 'en')),
	looked_after_by uuid constraint creator_member references member,
	created_at timestamptz not null,
	archived_at timestamptz
);
create index creator_by_name on creator (organization_id, lower(name), id) where archived_at is null;
create index creator_by_email on creator (organization_id, lower(email)) where archived_at is null;

create table creator_tag (
	creator_id uuid not null constraint creator_tag_creator references creator on delete cascade,
	organization_id uuid not null constraint creator_tag_organization references organization,
	tag text not null,
	constraint creator_tag_pk primary key (creator_id, tag)
);
create index creator_tag_by_tag on creator_tag (organization_id, tag);
