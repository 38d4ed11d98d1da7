package io.channelkeeper.organization.web;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.organization.Password;
import io.channelkeeper.organization.web.Typed.Kind;

/**
 * Another password for oneself, as typed.
 *
 * @param current the one that holds until now
 * @param password the new one
 */
record PasswordChangeForm(@Nullable String current, @Typed(Kind.PASSWORD) @Nullable String password) {

	/** Only once it was found to be valid. */
	Password chosen() {
		return new Password(Objects.requireNonNull(this.password));
	}

	@Override
	public String toString() {
		return "PasswordChangeForm[…]";
	}

}
