-- Of an end that one mail told no other one tells.
alter table warning drop constraint warning_outcome, add constraint warning_outcome
	check (outcome in ('MAILED', 'RECOVERED', 'LEFT', 'MOVED', 'UNSUBSCRIBED', 'TOLD'));
create index warning_told on warning (member_id, settled_at) where outcome = 'MAILED';

-- Whoever's address was refused lately is not reached.
create index mail_refused_by on mail (recipient, refused_at) where state = 'REFUSED';

-- Notices of ends are known by their sentence: whoever has to act may have them as another kind.
drop index notice_of_end;
create index notice_of_end on notice (organization_id) where solved_at is null and message_key = 'warning.expiring';
