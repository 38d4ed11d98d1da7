package io.channelkeeper.organization;

import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.support.ForbiddenException;

/**
 * The member who is signed in, as of this request. Controllers take it as a parameter,
 * services ask it what is allowed.
 *
 * @param personId who signed in
 * @param memberId the person's membership in the organization being looked at
 * @param organizationId the organization being looked at
 * @param organizationName its name
 * @param name the person's name
 * @param email the person's e-mail address
 * @param role what the person may do here
 * @param language German or English
 * @param zone in which dates are shown
 * @param operator whether the person runs the installation
 * @param marketersMayConnect the organization's rule for marketers
 */
public record Viewer(UUID personId, UUID memberId, UUID organizationId, String organizationName, String name,
		String email, Role role, Locale language, ZoneId zone, boolean operator, boolean marketersMayConnect) {

	public boolean may(Action action) {
		return switch (action) {
			case KEEP_PORTFOLIO, INVITE -> true;
			case CONNECT, MANAGE_CONNECTIONS -> this.role != Role.MARKETER;
			case ADMINISTER -> this.role == Role.ADMIN;
		};
	}

	/**
	 * Whether channels of a creator may be connected, reconnected and disconnected (H-3).
	 * @param lookedAfterBy the member who looks after that creator, or null for nobody
	 */
	public boolean mayConnect(@Nullable UUID lookedAfterBy) {
		return may(Action.CONNECT) || (this.marketersMayConnect && this.memberId.equals(lookedAfterBy));
	}

	/**
	 * Stops here unless the action is allowed.
	 * @throws ForbiddenException if it is not
	 */
	public void require(Action action) {
		if (!may(action)) {
			throw new ForbiddenException(action.name(), this.memberId);
		}
	}

}
