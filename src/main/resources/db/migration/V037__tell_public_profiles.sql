-- What a network shows to everybody is less sure than what a sign-in told: it goes when the handle is corrected.
alter table channel add column profile_public boolean not null default false;

-- Nobody can see it: there is no such handle, or it is private or personal, which networks do not tell apart.
alter table channel drop constraint channel_ineligible_reason;
alter table channel add constraint channel_ineligible_reason
	check (ineligible_reason in ('PRIVATE', 'PERSONAL', 'NOT_SHOWN'));
