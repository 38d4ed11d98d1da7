-- The channels that a notice is about, where it is solved by itself once they work again.
alter table notice add column channels uuid[] not null default '{}';
create index notice_unsolved on notice using gin (channels) where solved_at is null;

-- Which mail carried which member's request to a colleague: if it is refused, whoever asked hears of it.
create table request_mail (
	mail_id uuid constraint request_mail_pk primary key constraint request_mail_mail references mail,
	organization_id uuid not null constraint request_mail_organization references organization,
	channel_id uuid not null constraint request_mail_channel references channel,
	asked_by uuid not null constraint request_mail_asker references member,
	asked uuid not null constraint request_mail_asked references member
);
