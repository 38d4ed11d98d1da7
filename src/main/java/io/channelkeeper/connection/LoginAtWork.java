package io.channelkeeper.connection;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Whose login the current work asks a network with, so that it can be told how many
 * different ones fail.
 */
final class LoginAtWork {

	private static final ScopedValue<UUID> LOGIN = ScopedValue.newInstance();

	private LoginAtWork() {
	}

	/** Runs work in a login's name. */
	static <T, X extends Throwable> T within(UUID login, ScopedValue.CallableOp<T, X> work) throws X {
		return ScopedValue.where(LOGIN, login).call(work);
	}

	/** The login, or null where nobody said. */
	static @Nullable UUID current() {
		return LOGIN.isBound() ? LOGIN.get() : null;
	}

}
