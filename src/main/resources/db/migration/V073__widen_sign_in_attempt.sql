-- How somebody left, and what the sign-in brought beside the expected channel.
alter table sign_in_attempt
	-- another person than before is to carry the channel
	add column replacing boolean not null default false,
	-- how the channel stood when a member left
	add column state_before text,
	-- the window behind a pop-up that waits for the end; several attempts of one page share it
	add column window_id uuid,
	-- other channels that work again, and those that the same login does not reach any more
	add column brought_back uuid[] not null default '{}',
	add column left_out uuid[] not null default '{}';

create index sign_in_attempt_by_window on sign_in_attempt (window_id) where window_id is not null;
