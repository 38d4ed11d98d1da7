package io.channelkeeper.organization.web;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.web.Typed.Kind;
import io.channelkeeper.support.EmailAddress;

/**
 * Who is to become a member, as typed.
 *
 * @param email who is asked
 * @param role what the person will be
 */
record MemberForm(@Typed(Kind.EMAIL) @Nullable String email, @Nullable Role role) {

	/** Only once it was found to be valid. */
	EmailAddress address() {
		return new EmailAddress(Objects.requireNonNull(this.email).strip());
	}

	/** The one with the least rights unless another one was chosen. */
	Role chosenRole() {
		return (this.role != null) ? this.role : Role.MARKETER;
	}

}
