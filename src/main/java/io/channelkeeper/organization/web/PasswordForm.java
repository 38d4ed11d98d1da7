package io.channelkeeper.organization.web;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.organization.Password;
import io.channelkeeper.organization.web.Typed.Kind;

/**
 * A new password, as typed.
 *
 * @param password the new one
 */
record PasswordForm(@Typed(Kind.PASSWORD) @Nullable String password) {

	/** Only once it was found to be valid. */
	Password chosen() {
		return new Password(Objects.requireNonNull(this.password));
	}

	@Override
	public String toString() {
		return "PasswordForm[…]";
	}

}
