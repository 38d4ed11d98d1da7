-- When a member last put the banner about interrupted channels away; it comes back by itself.
create table banner_dismissal (
	member_id uuid constraint banner_dismissal_pk primary key constraint banner_dismissal_member references member,
	organization_id uuid not null constraint banner_dismissal_organization references organization,
	dismissed_at timestamptz not null
);
