package io.channelkeeper.organization.web;

import java.time.ZoneId;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.organization.Password;
import io.channelkeeper.organization.web.Typed.Kind;

/**
 * Who joins, as typed.
 *
 * @param name one line
 * @param timeZone region and city
 * @param password what to sign in with from now on
 */
record JoinForm(@Typed(Kind.NAME) @Nullable String name, @Typed(Kind.ZONE) @Nullable String timeZone,
		@Typed(Kind.PASSWORD) @Nullable String password) {

	/** Only once it was found to be valid. */
	String givenName() {
		return Objects.requireNonNull(this.name);
	}

	/** Only once it was found to be valid. */
	ZoneId zone() {
		return ZoneId.of(Objects.requireNonNull(this.timeZone));
	}

	/** Only once it was found to be valid. */
	Password chosen() {
		return new Password(Objects.requireNonNull(this.password));
	}

	@Override
	public String toString() {
		return "JoinForm[" + this.name + "]";
	}

}
