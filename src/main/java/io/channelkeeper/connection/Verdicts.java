package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.network.Cause;

/**
 * Writes down what was found out about a login and its channels, and tells of it in the
 * same transaction (H-7).
 */
@Component
class Verdicts {

	private final VerificationRows rows;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Verdicts(VerificationRows rows, ApplicationEventPublisher events, Clock clock) {
		this.rows = rows;
		this.events = events;
		this.clock = clock;
	}

	/** The access is dead, and with it every channel that hangs on it. */
	@Transactional
	public void invalid(LoginRow.Asked asked, Cause cause) {
		Instant now = this.clock.instant();
		if (this.rows.invalidate(asked, cause, LoginPlan.nextHope(0, now), now)) {
			this.events.publishEvent(new ConnectionsBroken(asked.organization(), channels(asked), cause));
		}
	}

	/** The access has come to its end. */
	@Transactional
	public void expired(LoginRow.Asked asked) {
		Instant now = this.clock.instant();
		if (this.rows.expire(asked, LoginPlan.nextHope(0, now), now)) {
			this.events.publishEvent(new ConnectionsBroken(asked.organization(), channels(asked), null));
		}
	}

	/**
	 * One channel is lost; the others of its login go on.
	 * @param detail the name that belongs to the cause, or null
	 */
	@Transactional
	public void lost(LoginRow.Asked asked, UUID channel, Cause cause, @Nullable String detail) {
		if (this.rows.lose(asked, channel, cause, detail, this.clock.instant())) {
			this.events.publishEvent(new ConnectionsBroken(asked.organization(), Set.of(channel), cause));
		}
	}

	/** A channel that was lost is reached again. */
	@Transactional
	public void regained(LoginRow.Asked asked, UUID channel) {
		if (this.rows.regain(asked, channel)) {
			this.events.publishEvent(new ConnectionsRestored(asked.organization(), Set.of(channel)));
		}
	}

	/**
	 * The access works.
	 * @param renewAt when to renew it where that had been given up, or null
	 * @param wasBroken whether it was taken to be dead before
	 */
	@Transactional
	public void works(LoginRow.Asked asked, @Nullable Instant renewAt, boolean wasBroken) {
		Instant now = this.clock.instant();
		if (this.rows.works(asked, LoginPlan.nextVerification(now), renewAt, now) && wasBroken) {
			this.events.publishEvent(new ConnectionsRestored(asked.organization(), channels(asked)));
		}
	}

	private Set<UUID> channels(LoginRow.Asked asked) {
		return this.rows.channels(asked.organization(), asked.login())
			.stream()
			.map(VerificationRows.Hanging::id)
			.collect(Collectors.toUnmodifiableSet());
	}

}
