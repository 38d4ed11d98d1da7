package io.channelkeeper.organization;

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
 */
public record HeldSignIn(String provider, @Nullable String user, List<String> channels, UUID firstChannel) {

	public HeldSignIn {
		channels = List.copyOf(channels);
	}

}
