-- What a creator is told by mail about a channel that the creator connected: counted as for members where it ends (days),
-- or that it is interrupted (no days). Settled once: with the mail that tells it, or with the reason why none did.
create table creator_warning (
	id uuid constraint creator_warning_pk primary key,
	organization_id uuid not null constraint creator_warning_organization references organization,
	creator_id uuid not null constraint creator_warning_creator references creator,
	channel_id uuid not null constraint creator_warning_channel references channel,
	-- the deadline, or the begin of the gap
	about timestamptz not null,
	days smallint constraint creator_warning_days check (days between 0 and 90),
	created_at timestamptz not null,
	due_at timestamptz not null,
	settled_at timestamptz,
	outcome text constraint creator_warning_outcome
		check (outcome in ('MAILED', 'MOVED', 'RECOVERED', 'TOO_SOON', 'OFF', 'NO_ADDRESS', 'REFUSED', 'DECLINED', 'NO_WAY')),
	mail_id uuid constraint creator_warning_mail references mail,
	constraint creator_warning_once unique nulls not distinct (channel_id, about, days),
	constraint creator_warning_settled check ((settled_at is null) = (outcome is null)),
	constraint creator_warning_mailed check ((coalesce(outcome, '') = 'MAILED') = (mail_id is not null))
);
create index creator_warning_due on creator_warning (due_at) where settled_at is null;
create index creator_warning_open on creator_warning (creator_id) where settled_at is null;

-- Null where no member pressed a button.
alter table invitation alter column invited_by drop not null;

create or replace view ending_connection as
select c.id as channel_id, l.organization_id, c.creator_id, c.network, c.kind, l.id as login_id, l.deadline,
	greatest(k.connected_at, l.connected_at) as connected_at, k.connected_by_creator
from social_login l
join connection k on k.login_id = l.id
join channel c on c.id = k.channel_id
join creator r on r.id = c.creator_id
where l.deadline is not null and l.access_token is not null and l.invalid_cause is null and k.lost_cause is null
	and c.archived_at is null and r.archived_at is null;
