-- A profile that strangers saw and see no more: private, personal or renamed, which networks do not tell apart.
alter table channel_drift drop constraint channel_drift_kind,
	add constraint channel_drift_kind
		check (kind in ('RENAMED', 'PRIVATE', 'PERSONAL', 'NOT_SHOWN', 'FOLLOWERS', 'PICTURE'));

-- Runs that go on are shown before others.
create index picture_run_item_left on picture_run_item (run_id) where outcome is null;
