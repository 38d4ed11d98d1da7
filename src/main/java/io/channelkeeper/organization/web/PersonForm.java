package io.channelkeeper.organization.web;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.organization.NewPerson;
import io.channelkeeper.organization.Password;
import io.channelkeeper.organization.web.Typed.Kind;
import io.channelkeeper.support.EmailAddress;

/**
 * The first admin, as typed.
 *
 * @param name one line
 * @param email what to sign in with
 * @param password what to sign in with
 */
record PersonForm(@Typed(Kind.NAME) @Nullable String name, @Typed(Kind.EMAIL) @Nullable String email,
		@Typed(Kind.PASSWORD) @Nullable String password) {

	/** Only once it was found to be valid. */
	NewPerson facts(Locale language, ZoneId zone) {
		return new NewPerson(Objects.requireNonNull(this.name),
				new EmailAddress(Objects.requireNonNull(this.email).strip()), language, zone,
				new Password(Objects.requireNonNull(this.password)));
	}

	@Override
	public String toString() {
		return "PersonForm[" + this.email + "]";
	}

}
