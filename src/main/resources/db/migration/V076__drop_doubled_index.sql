-- The list's own index of lost channels finds them for the banner, too.
drop index connection_lost;
