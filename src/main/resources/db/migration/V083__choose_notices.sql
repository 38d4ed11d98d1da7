-- What a member wants to hear of, by kind of notice and by way. Where no row stands, it is what concerns all creators.
create table notice_choice (
	member_id uuid not null constraint notice_choice_member references member on delete cascade,
	organization_id uuid not null constraint notice_choice_organization references organization,
	kind text not null,
	way text not null constraint notice_choice_way check (way in ('MAIL', 'PRODUCT')),
	scope text not null constraint notice_choice_scope check (scope in ('ALL', 'MINE', 'NONE')),
	changed_at timestamptz not null,
	constraint notice_choice_pk primary key (member_id, kind, way)
);

-- The links by which members unsubscribe from mails of one kind without signing in (RFC 8058). They do not end: a mail
-- may be read years later.
create table unsubscribe_link (
	token_hash bytea constraint unsubscribe_link_pk primary key,
	organization_id uuid not null constraint unsubscribe_link_organization references organization,
	member_id uuid not null constraint unsubscribe_link_member references member on delete cascade,
	kind text not null,
	created_at timestamptz not null,
	-- what the member had chosen before the link was used, for who takes it back
	scope_before text constraint unsubscribe_link_before check (scope_before in ('ALL', 'MINE'))
);
create index unsubscribe_link_by_member on unsubscribe_link (member_id);

alter table warning drop constraint warning_outcome, add constraint warning_outcome
	check (outcome in ('MAILED', 'RECOVERED', 'LEFT', 'MOVED', 'UNSUBSCRIBED'));
