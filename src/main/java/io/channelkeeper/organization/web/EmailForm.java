package io.channelkeeper.organization.web;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.organization.web.Typed.Kind;
import io.channelkeeper.support.EmailAddress;

/**
 * An e-mail address, as typed.
 *
 * @param email the address
 */
record EmailForm(@Typed(Kind.EMAIL) @Nullable String email) {

	/** Only once it was found to be valid. */
	EmailAddress address() {
		return new EmailAddress(Objects.requireNonNull(this.email).strip());
	}

}
