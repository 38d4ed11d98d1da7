package io.channelkeeper.portfolio;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What the portfolio can be asked for: the counters of the first line and single states.
 * Each knows its condition on a channel's facts.
 */
public enum PortfolioState {

	/** Expired, invalid or the key is missing. */
	INTERRUPTED("f.state in ('EXPIRED', 'INVALID', 'UNREADABLE')"),

	/** The deadline is near. */
	EXPIRING("f.state = 'EXPIRING'"),

	/** The creator tried and something was missing. */
	STUCK("f.invited_state = 'OPENED' and f.diagnosis is not null"),

	/** Invited, and nothing came back yet. */
	UNANSWERED("f.invited_state in ('SENT', 'OPENED') and f.diagnosis is null and f.state <> 'CONNECTED'"),

	/** Never connected, and nobody was asked. */
	NOT_INVITED("f.state = 'NOT_CONNECTED'"),

	/** Connected, with time left. */
	CONNECTED("f.state = 'CONNECTED'"),

	/** Private or personal. */
	NOT_ELIGIBLE("f.state = 'NOT_ELIGIBLE'"),

	/** Disconnected on purpose. */
	DISCONNECTED("f.state = 'DISCONNECTED'");

	private final String condition;

	PortfolioState(String condition) {
		this.condition = condition;
	}

	/** The state that a word in an address names, or empty. */
	public static Optional<PortfolioState> of(@Nullable String word) {
		return Stream.of(values()).filter((state) -> state.word().equals(word)).findFirst();
	}

	/** The word that stands in addresses and message keys. */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	String condition() {
		return this.condition;
	}

}
