package io.channelkeeper.organization;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A link that stands for a person.
 *
 * @param id its id
 * @param kind what it lets one do
 * @param organizationId where a new member joins
 * @param personId whose password is set, or who signs in
 * @param email of a new member
 * @param role of a new member
 * @param createdAt when it was made
 * @param expiresAt when it ends
 * @param used whether it was used, or withdrawn
 */
record AccessLink(UUID id, Kind kind, @Nullable UUID organizationId, @Nullable UUID personId, @Nullable String email,
		@Nullable Role role, Instant createdAt, Instant expiresAt, boolean used) {

	/** Whose password is set, or who signs in. */
	UUID person() {
		return Objects.requireNonNull(this.personId);
	}

	/** Where a new member joins. */
	UUID organization() {
		return Objects.requireNonNull(this.organizationId);
	}

	/**
	 * What a link lets one do.
	 */
	enum Kind {

		/** Create the first organization and its admin. */
		SETUP,

		/** Become a member. */
		JOIN,

		/** Set a new password. */
		PASSWORD,

		/** Sign in; made by whoever can run commands on the server. */
		SIGN_IN

	}

}
