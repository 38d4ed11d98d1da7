package io.channelkeeper.portfolio;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.portfolio.ConnectionBranch.Rank;

/**
 * Where a connection stands in the list, and so after which one a page begins.
 *
 * @param rank its part of the list
 * @param at the moment that orders that part; the latest there is where it never ends
 * @param login what carries it, or nobody
 * @param sound whether the login still reaches it
 * @param channel the channel
 */
record ConnectionCursor(Rank rank, OffsetDateTime at, UUID login, boolean sound, UUID channel) {

	/** Stands for the login of what has none. */
	static final UUID NOBODY = new UUID(0, 0);

	private static final String ID = "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})";

	private static final Pattern SHAPE = Pattern.compile("([0-3])\\.(never|\\d{1,17})\\." + ID + "\\.([01])\\." + ID);

	/** Reads what an earlier page said; nonsense is empty. */
	static Optional<ConnectionCursor> parse(@Nullable String text) {
		Matcher found = SHAPE.matcher((text != null) ? text : "");
		return found.matches()
				? Optional.of(new ConnectionCursor(Rank.at(Integer.parseInt(found.group(1))), moment(found.group(2)),
						UUID.fromString(found.group(3)), found.group(4).equals("1"), UUID.fromString(found.group(5))))
				: Optional.empty();
	}

	private static OffsetDateTime moment(String micros) {
		return micros.equals("never") ? OffsetDateTime.MAX
				: Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
	}

	/** What the conditions of the list compare with. */
	Map<String, Object> values() {
		return Map.of("at", this.at, "login", this.login, "sound", this.sound, "channel", this.channel);
	}

	@Override
	public String toString() {
		String micros = this.at.equals(OffsetDateTime.MAX) ? "never"
				: String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, this.at.toInstant()));
		return String.join(".", String.valueOf(this.rank.place()), micros, this.login.toString(),
				this.sound ? "1" : "0", this.channel.toString());
	}

}
