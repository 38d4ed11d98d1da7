-- Who did, or tried to do, what. Only ever added to.
create table audit_entry (
	id uuid constraint audit_entry_pk primary key,
	organization_id uuid not null constraint audit_entry_organization references organization,
	at timestamptz not null,
	member_id uuid constraint audit_entry_member references member,
	action text not null,
	-- what it was about, as its address names it
	subject text not null,
	outcome text not null
);
create index audit_entry_by_time on audit_entry (organization_id, at desc, id desc);
