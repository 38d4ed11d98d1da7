-- As for members: the table of all warnings is read in the order of their making.
create index creator_warning_in_order on creator_warning (organization_id, created_at, id);
