create table organization (
	id uuid constraint organization_pk primary key,
	version bigint not null,
	name text not null,
	language text not null constraint organization_language check (language in ('de', 'en')),
	time_zone text not null,
	privacy_url text,
	imprint_url text,
	contact text,
	address text,
	logo bytea,
	logo_type text,
	marketers_may_connect boolean not null default true,
	test_mail_id uuid,
	created_at timestamptz not null,
	constraint organization_not_nobody check (id not in (
		'00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
);

create table person (
	id uuid constraint person_pk primary key,
	version bigint not null,
	email text not null,
	name text not null,
	password_hash text,
	language text not null constraint person_language check (language in ('de', 'en')),
	time_zone text not null,
	operator boolean not null default false,
	created_at timestamptz not null
);
create unique index person_email on person (lower(email));

create table member (
	id uuid constraint member_pk primary key,
	version bigint not null,
	organization_id uuid not null constraint member_organization references organization,
	person_id uuid not null constraint member_person references person,
	role text not null constraint member_role check (role in ('ADMIN', 'MANAGER', 'MARKETER')),
	active boolean not null default true,
	created_at timestamptz not null,
	deactivated_at timestamptz,
	constraint member_once unique (organization_id, person_id)
);
create index member_by_person on member (person_id);

-- Links that stand for a person: first admin, a new member, a password reset, a sign-in by the operator's command.
create table access_link (
	id uuid constraint access_link_pk primary key,
	kind text not null constraint access_link_kind check (kind in ('SETUP', 'JOIN', 'PASSWORD', 'SIGN_IN')),
	token_hash bytea not null constraint access_link_token unique,
	organization_id uuid constraint access_link_organization references organization,
	person_id uuid constraint access_link_person references person,
	email text,
	role text,
	created_by uuid constraint access_link_creator references member,
	created_at timestamptz not null,
	expires_at timestamptz not null,
	used_at timestamptz
);
create index access_link_waiting on access_link (organization_id) where used_at is null;
create index access_link_end on access_link (expires_at);
