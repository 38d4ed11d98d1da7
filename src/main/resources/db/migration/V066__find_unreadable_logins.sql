-- Logins whose key is missing, to be found again as soon as it is back.
create index social_login_unreadable on social_login (id) where unreadable_since is not null;
