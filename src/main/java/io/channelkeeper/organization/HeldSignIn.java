package io.channelkeeper.organization;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A sign-in at a network that is a member's own, and what hangs on it (B-10).
 *
 * @param provider where the member signed in, by name
 * @param user how the member is called there, or null if it does not tell
 * @param channels what people call the channels that hang on it; at least one
 * @param firstChannel one of them, to sign in again or to ask for
 * @param interrupted whether none of them works as it is
 * @param renewBy until when they work without a new sign-in, or null where nobody says
 * @param asked who was asked to take it over and has not done so, or null
 */
public record HeldSignIn(String provider, @Nullable String user, List<String> channels, UUID firstChannel,
		boolean interrupted, @Nullable Instant renewBy, @Nullable Asked asked) {

	public HeldSignIn {
		channels = List.copyOf(channels);
	}

	/**
	 * That somebody was asked.
	 *
	 * @param whom by name
	 * @param at when
	 */
	public record Asked(String whom, Instant at) {
	}

}
