package io.channelkeeper.organization;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.support.SecretToken;

/**
 * Slows down guessing. Every attempt counts until it succeeded; all replicas share the
 * count. After a number of them there is a pause, which doubles with each further one up
 * to a quarter of an hour.
 */
@Component
class SignInThrottle {

	private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

	private static final String COUNT = """
			insert into sign_in_failure as f (subject, failures, last_at) values (:subject, 1, :now)
			on conflict (subject) do update set
				failures = case when f.last_at < :forgotten then 1 else f.failures + 1 end,
				last_at = :now,
				blocked_until = case when f.last_at >= :forgotten and f.failures + 1 >= :free
					then cast(:now as timestamptz)
						+ least(power(2, least(f.failures + 1 - :free, 10)), 15) * interval '1 minute' end
			where f.blocked_until is null or f.blocked_until <= :now
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	SignInThrottle(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Counts an attempt.
	 * @param subject whose attempts are counted together
	 * @param free how many there may be before the first pause
	 * @return whether it may go on; not during a pause
	 */
	boolean admits(String subject, int free) {
		Instant now = this.clock.instant();
		return this.jdbc.sql(COUNT)
			.param("subject", subject)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("forgotten", now.minus(FORGOTTEN_AFTER).atOffset(ZoneOffset.UTC))
			.param("free", free)
			.update() == 1;
	}

	/** How long the pause of a subject still is, in whole minutes, at least one. */
	long pause(String subject) {
		Instant now = this.clock.instant();
		Instant until = this.jdbc.sql("select blocked_until from sign_in_failure where subject = :subject")
			.param("subject", subject)
			.query(OffsetDateTime.class)
			.optional()
			.map(OffsetDateTime::toInstant)
			.orElse(now);
		return Math.max(1, Math.ceilDiv(Duration.between(now, until).toSeconds(), 60L));
	}

	/** After a success nothing is held against an e-mail address; old rows go as well. */
	void forget(String subject) {
		this.jdbc.sql("delete from sign_in_failure where subject = :subject or last_at < :forgotten")
			.param("subject", subject)
			.param("forgotten", this.clock.instant().minus(FORGOTTEN_AFTER).atOffset(ZoneOffset.UTC))
			.update();
	}

	/** After a success that attempt is not held against a network address. */
	void forgive(String subject) {
		this.jdbc.sql("""
				update sign_in_failure set failures = greatest(failures - 1, 0), blocked_until = null
				where subject = :subject
				""").param("subject", subject).update();
	}

	/** An e-mail address as subject; only its hash is stored. */
	static String ofEmail(String purpose, String key) {
		return purpose + ":" + HexFormat.of().formatHex(new SecretToken(key).hash());
	}

	/** A network address as subject: of the newer kind the part that a household has. */
	static String ofAddress(String purpose, String address) {
		return purpose + "@" + HexFormat.of().formatHex(new SecretToken(household(address)).hash());
	}

	private static String household(String address) {
		if (address.contains(":")) {
			try {
				if (InetAddress.getByName(address) instanceof Inet6Address newer) {
					return HexFormat.of().formatHex(Arrays.copyOf(newer.getAddress(), 8));
				}
			}
			catch (UnknownHostException ex) {
				return address;
			}
		}
		return address;
	}

}
