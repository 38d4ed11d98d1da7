-- Whose failed attempt brought the access: it waits while the same channel is being signed in to again.
alter table access_return add column channel_id uuid constraint access_return_channel references channel;

-- When the consent of a person was last begun to be given back at the network, over all organizations: what the person
-- granted before that moment may be dead although nobody said so. Kept for a day.
create table access_given_back (
	provider text not null,
	external_user_id text not null,
	begun_at timestamptz not null,
	constraint access_given_back_pk primary key (provider, external_user_id)
);
create index access_given_back_by_age on access_given_back (begun_at);

-- How often somebody left lately; who is just coming in; what is old enough to be forgotten.
create index sign_in_attempt_by_errand on sign_in_attempt (errand_id, started_at) where errand_id is not null;
create index sign_in_attempt_by_member on sign_in_attempt (member_id, started_at) where member_id is not null;
create index sign_in_attempt_coming_in on sign_in_attempt (provider, used_at) where used_at is not null and ended_at is null;
create index sign_in_attempt_by_age on sign_in_attempt (expires_at);
create index offered_channel_decided on offered_channel (decided_at) where decided_at is not null;
create index reached_channel_by_login on reached_channel (login_id);
