package io.channelkeeper.connection;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * How somebody leaves for a network.
 *
 * @param replacing whether another person than before is to carry the channel (M-20)
 * @param window the page that waits behind a pop-up, or null where there is none
 */
public record SignInManner(boolean replacing, @Nullable UUID window) {

	/** In the same window, whoever signs in. */
	public static final SignInManner PLAIN = new SignInManner(false, null);

}
