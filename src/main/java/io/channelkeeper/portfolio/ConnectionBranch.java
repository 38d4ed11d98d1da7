package io.channelkeeper.portfolio;

import java.util.List;
import java.util.stream.Stream;

/**
 * One part of the list of connections, found by an index in its own order. A login stands
 * in SQL as {@code l}, a connection as {@code k}, its channel as {@code c} and the
 * creator as {@code r}.
 *
 * @param rank where it stands in the list
 * @param from what it is found by, joined with the login
 * @param at the moment that its rows are ordered by
 * @param login the login's id, as the index has it
 * @param condition what belongs to it
 */
record ConnectionBranch(Rank rank, String from, String at, String login, String condition) {

	/** A login without a fault of its own. */
	static final String WORKING = "l.unreadable_since is null and l.invalid_cause is null and l.access_token is not null";

	private static final String LOGIN = "social_login l";

	private static final String DEADLINE = "coalesce(l.deadline, 'infinity')";

	private static final String LOST = "%1$s.organization_id = :organization and %1$s.lost_cause is not null and %1$s.login_id is not null";

	/** Another lost channel of the same login, as {@code y}. */
	private static final String OTHER_LOST = """
			select 1 from connection y join channel z on z.id = y.channel_id and z.archived_at is null
			where y.login_id = %s.%s and y.lost_cause is not null""";

	private static final ConnectionBranch UNREADABLE = new ConnectionBranch(Rank.UNREADABLE, LOGIN,
			"l.unreadable_since", "l.id", "l.unreadable_since is not null");

	private static final ConnectionBranch INVALID = new ConnectionBranch(Rank.INVALID, LOGIN,
			"coalesce(l.invalid_since, l.connected_at)", "l.id",
			"l.unreadable_since is null and l.invalid_cause is not null");

	/**
	 * Should not be there; what carries channels all the same is no longer accepted. Each
	 * login that was given up is looked at, so that costs one look into an index and not
	 * a join with everything.
	 */
	private static final ConnectionBranch WITHOUT_TOKEN = new ConnectionBranch(Rank.INVALID,
			"""
					(select o.* from social_login o
					where o.organization_id = :organization and o.unreadable_since is null and o.invalid_cause is null
						and o.access_token is null and (select 1 from connection h where h.login_id = o.id limit 1) = 1 offset 0) l""",
			"l.connected_at", "l.id", "true");

	/** Every channel for itself. */
	static final List<ConnectionBranch> FLAT = List.of(UNREADABLE, INVALID, WITHOUT_TOKEN,
			new ConnectionBranch(Rank.INVALID, LOGIN, "coalesce(k.lost_since, k.connected_at)", "k.login_id",
					WORKING + " and " + LOST.formatted("k")),
			new ConnectionBranch(Rank.WORKING, LOGIN, DEADLINE, "l.id", WORKING + " and k.lost_cause is null"));

	/**
	 * All channels of a login together, where the worst of them stands: a login that lost
	 * channels is found by the first of these.
	 */
	static final List<ConnectionBranch> GROUPED = List.of(UNREADABLE, INVALID, WITHOUT_TOKEN, new ConnectionBranch(
			Rank.INVALID,
			"connection x join channel w on w.id = x.channel_id and w.archived_at is null join social_login l on l.id = x.login_id",
			"coalesce(x.lost_since, x.connected_at)", "x.login_id",
			WORKING + " and " + LOST.formatted("x") + " and not exists (" + OTHER_LOST.formatted("x", "login_id")
					+ " and (coalesce(y.lost_since, y.connected_at), y.channel_id)"
					+ " < (coalesce(x.lost_since, x.connected_at), x.channel_id))"),
			new ConnectionBranch(Rank.WORKING, LOGIN, DEADLINE, "l.id",
					WORKING + " and not exists (" + OTHER_LOST.formatted("l", "id") + ")"));

	/** Where connections stand in the list, the most urgent first. */
	enum Rank {

		/** The key is missing. */
		UNREADABLE(0),

		/** The network no longer accepts the login, or the login the channel. */
		INVALID(1),

		/** By deadline: expired, expiring, connected. */
		WORKING(2),

		/** Without a login, the latest first. */
		DISCONNECTED(3);

		private final int place;

		Rank(int place) {
			this.place = place;
		}

		static Rank at(int place) {
			return Stream.of(values()).filter((rank) -> rank.place == place).findFirst().orElseThrow();
		}

		int place() {
			return this.place;
		}

	}

}
