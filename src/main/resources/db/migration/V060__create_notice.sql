create table notice (
	id uuid constraint notice_pk primary key,
	organization_id uuid not null constraint notice_organization references organization,
	member_id uuid not null constraint notice_member references member,
	kind text not null,
	message_key text not null,
	arguments jsonb not null,
	link text not null,
	subject uuid,
	created_at timestamptz not null,
	read_at timestamptz,
	solved_at timestamptz
);
create index notice_by_member on notice (member_id, created_at desc, id desc);
create index notice_unread on notice (member_id) where read_at is null;
