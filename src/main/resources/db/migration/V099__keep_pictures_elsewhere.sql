-- Bytes of pictures may lie in a bucket; then the row says that they are there.
alter table picture alter column content drop not null;
-- since when one that nothing shows is being removed from there
alter table picture add column going_at timestamptz;
create index picture_going on picture (going_at) where going_at is not null;
create index picture_in_table on picture (stored_at) where content is not null;
