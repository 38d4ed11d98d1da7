package io.channelkeeper.organization;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What became of somebody who wanted to sign in.
 */
public sealed interface SignInOutcome {

	/**
	 * It is that person.
	 *
	 * @param personId who
	 * @param organizationId the organization to look at first; null only where a person
	 * without one is welcome
	 */
	record Welcome(UUID personId, @Nullable UUID organizationId) implements SignInOutcome {
	}

	/**
	 * Unknown address, wrong password or no organization any more; which of them is not
	 * told.
	 */
	record Refused() implements SignInOutcome {
	}

	/**
	 * Too many attempts.
	 *
	 * @param minutes how long to wait, at least one
	 */
	record Paused(long minutes) implements SignInOutcome {
	}

}
