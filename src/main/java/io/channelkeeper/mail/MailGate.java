package io.channelkeeper.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.support.SqlMoments;

/**
 * Whether the mail server is to be asked now: what all processes know of it together, in
 * one row. While it takes no mails it is tried with a single one after growing pauses.
 * Where its row and those of mails are changed together, its row comes first.
 */
@Component
class MailGate {

	/** So many different mails put off in a row are the server's trouble, not theirs. */
	private static final int DOUBTS = 5;

	/** So long nobody else tries it; longer than one mail takes. */
	private static final Duration TRY = Duration.ofMinutes(3);

	/** Whoever waits longer than this waits because a clock was set back. */
	private static final Duration FAR = Duration.ofMinutes(30);

	private final JdbcClient jdbc;

	private final Clock clock;

	private final int perMinute;

	MailGate(JdbcClient jdbc, Clock clock, MailProperties properties) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.perMinute = properties.perMinute();
	}

	State state() {
		return this.jdbc.sql("select next_at, trouble_since, tries, try_at, error, doubts from mail_gate")
			.query((row, number) -> new State(SqlMoments.maybe(row, "next_at"), SqlMoments.maybe(row, "trouble_since"),
					row.getInt("tries"), SqlMoments.maybe(row, "try_at"), row.getString("error"), row.getInt("doubts")))
			.single();
	}

	/**
	 * Takes the right to hand over one mail now, where mails are limited. Two are at
	 * least as far apart as the limit says, so no minute sees more.
	 */
	boolean takeSlot() {
		if (this.perMinute == 0) {
			return true;
		}
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				update mail_gate set next_at = :next
				where next_at is null or next_at <= :now or next_at > :far""")
			.param("far", now.plus(FAR).atOffset(ZoneOffset.UTC))
			.param("next", now.plus(Duration.ofMinutes(1).dividedBy(this.perMinute)).atOffset(ZoneOffset.UTC))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update() == 1;
	}

	/** Takes the right to try a server that is in trouble. */
	boolean takeTry() {
		Instant now = this.clock.instant();
		return this.jdbc.sql("update mail_gate set try_at = :until where try_at <= :now or try_at > :far")
			.param("far", now.plus(FAR).atOffset(ZoneOffset.UTC))
			.param("until", now.plus(TRY).atOffset(ZoneOffset.UTC))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update() == 1;
	}

	/** The server takes no mails; whoever notices that first closes the gate. */
	void close(String error) {
		Instant now = this.clock.instant();
		this.jdbc.sql("""
				update mail_gate set trouble_since = :now, tries = 0, try_at = :again, error = :error
				where trouble_since is null""")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("again", now.plus(MailPauses.ofServer(0)).atOffset(ZoneOffset.UTC))
			.param("error", error)
			.update();
	}

	/** It was tried, and takes none still. */
	void keepClosed(String error) {
		Instant again = this.clock.instant().plus(MailPauses.ofServer(state().tries() + 1));
		this.jdbc.sql("""
				update mail_gate set tries = tries + 1, try_at = :again, error = :error
				where trouble_since is not null""")
			.param("again", again.atOffset(ZoneOffset.UTC))
			.param("error", error)
			.update();
	}

	/** One more mail was put off for the first time. */
	void doubt(String error) {
		int doubts = this.jdbc.sql("update mail_gate set doubts = doubts + 1 returning doubts")
			.query(Integer.class)
			.single();
		if (doubts >= DOUBTS) {
			close(error);
		}
	}

	/**
	 * The server is well.
	 * @return whether it was not, until now
	 */
	boolean open() {
		int closed = this.jdbc.sql("""
				update mail_gate set trouble_since = null, tries = 0, try_at = null, error = null, doubts = 0
				where trouble_since is not null""").update();
		if (closed == 0) {
			this.jdbc.sql("update mail_gate set doubts = 0 where doubts > 0").update();
		}
		return closed == 1;
	}

	/**
	 * What is known of the server.
	 *
	 * @param nextAt before then no mail leaves, or null
	 * @param troubleSince since when it takes none, or null
	 * @param tries how often it was tried since
	 * @param tryAt when it is tried next; null where it is well
	 * @param error what it said last, or null
	 * @param doubts how many mails it put off one after the other
	 */
	record State(@Nullable Instant nextAt, @Nullable Instant troubleSince, int tries, @Nullable Instant tryAt,
			@Nullable String error, int doubts) {

		boolean isTroubled() {
			return this.troubleSince != null;
		}

		boolean isClosed(Instant now) {
			return this.tryAt != null && this.tryAt.isAfter(now) && !this.tryAt.isAfter(now.plus(FAR));
		}

	}

}
