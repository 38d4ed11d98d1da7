package io.channelkeeper.organization.web;

import java.io.Serializable;
import java.util.UUID;

import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * What a session remembers: who signed in and which organization is being looked at.
 * Everything else is looked up freshly.
 *
 * @param personId who signed in
 * @param organizationId the organization being looked at
 */
public record SignedIn(UUID personId, UUID organizationId) implements AuthenticatedPrincipal, Serializable {

	@Override
	public String getName() {
		return this.personId.toString();
	}

}
