-- The table of all warnings of an organization is read in the order of their making, page by page.
create index warning_in_order on warning (organization_id, created_at, id);
