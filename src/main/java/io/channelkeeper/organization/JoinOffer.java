package io.channelkeeper.organization;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.support.EmailAddress;

/**
 * What somebody who opens a link for new members is offered.
 *
 * @param organization where to become a member
 * @param email who was asked
 * @param role what the person will be
 * @param personId who that is, or null if the person never signed in anywhere
 */
public record JoinOffer(Organization organization, EmailAddress email, Role role, @Nullable UUID personId) {

	/** Who that is, if the person signs in already. */
	public Optional<UUID> known() {
		return Optional.ofNullable(this.personId);
	}

}
