-- The handle as the network told it last: what a member wrote wrongly is no new name once the network tells it again.
alter table channel add column told_handle text;

update channel set told_handle = handle where profile_at is not null and not profile_public;
