-- Tokens that were made because older ones were refused: refused themselves, they end the login.
alter table social_login add column remade_version bigint;

-- How the calls of the last minutes went, over all processes and organizations.
create table network_minute (
	api text not null,
	minute timestamptz not null,
	good bigint not null,
	failed bigint not null,
	constraint network_minute_pk primary key (api, minute)
);
create index network_minute_by_age on network_minute (minute);

-- Whose calls failed in them; a login counts once, however often it is refused.
create table network_minute_failure (
	api text not null,
	minute timestamptz not null,
	login_id uuid not null,
	refused boolean not null,
	constraint network_minute_failure_pk primary key (api, minute, login_id)
);
create index network_minute_failure_by_age on network_minute_failure (minute);

-- When so many of an API's calls failed that the network itself was taken to be in trouble (B-7).
create table network_trouble (
	id uuid constraint network_trouble_pk primary key,
	api text not null,
	since timestamptz not null,
	share integer not null,
	ended_at timestamptz,
	constraint network_trouble_share check (share between 0 and 100)
);
create unique index network_trouble_open on network_trouble (api) where ended_at is null;
create index network_trouble_by_api on network_trouble (api, since);
