package io.channelkeeper.portfolio;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.portfolio.ConnectionBranch.Rank;

/**
 * What the list of connections can be narrowed to. Each knows its condition on a login
 * {@code l} and a connection {@code k}, and where in the list such connections stand.
 */
public enum ConnectionFocus {

	/** Expired, invalid or the key is missing. */
	INTERRUPTED("""
			(l.unreadable_since is not null or l.invalid_cause is not null or l.access_token is null
				or k.lost_cause is not null or coalesce(l.deadline, 'infinity') <= :now)""",
			"coalesce(l.deadline, 'infinity') <= :now", Rank.UNREADABLE, Rank.WORKING),

	/** The key is missing. */
	UNREADABLE("l.unreadable_since is not null", "false", Rank.UNREADABLE, Rank.UNREADABLE),

	/** The network no longer accepts it. */
	INVALID("""
			l.unreadable_since is null
				and (l.invalid_cause is not null or l.access_token is null or k.lost_cause is not null)""", "false",
			Rank.INVALID, Rank.INVALID),

	/** The deadline has passed. */
	EXPIRED("coalesce(l.deadline, 'infinity') <= :now"),

	/** The deadline is near. */
	EXPIRING("coalesce(l.deadline, 'infinity') > :now and coalesce(l.deadline, 'infinity') <= :soon"),

	/** Connected, with time left. */
	CONNECTED("coalesce(l.deadline, 'infinity') > :soon"),

	/** Disconnected on purpose. */
	DISCONNECTED("true", "true", Rank.DISCONNECTED, Rank.DISCONNECTED);

	private final String condition;

	private final String amongWorking;

	private final Rank first;

	private final Rank last;

	ConnectionFocus(String condition, String amongWorking, Rank first, Rank last) {
		this.condition = condition;
		this.amongWorking = amongWorking;
		this.first = first;
		this.last = last;
	}

	/** What works, by its deadline. */
	ConnectionFocus(String deadline) {
		this(ConnectionBranch.WORKING + " and k.lost_cause is null and " + deadline, deadline, Rank.WORKING,
				Rank.WORKING);
	}

	/** What a word in an address names, or empty. */
	public static Optional<ConnectionFocus> of(@Nullable String word) {
		return Stream.of(values()).filter((focus) -> focus.word().equals(word)).findFirst();
	}

	/** The word that stands in addresses and message keys. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** What to ask for in a part of the list, so that an index can answer. */
	String condition(Rank rank) {
		return (rank == Rank.WORKING) ? this.amongWorking : this.condition;
	}

	/**
	 * Whether such connections may stand in a part of the list; what works stands beside
	 * what its login lost where all channels of a login are together.
	 */
	boolean mayStandUnder(Rank rank, boolean grouped) {
		boolean between = rank.compareTo(this.first) >= 0 && rank.compareTo(this.last) <= 0;
		return between || (grouped && rank == Rank.INVALID && this.last == Rank.WORKING);
	}

}
