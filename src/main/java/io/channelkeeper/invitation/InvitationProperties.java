package io.channelkeeper.invitation;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long invitations live.
 *
 * @param validFor how long links are good unless the sender says otherwise
 * @param remindAfter how long after the mail the one reminder follows by itself; zero for
 * never
 */
@ConfigurationProperties("channelkeeper.invitation")
public record InvitationProperties(@DefaultValue("14d") Duration validFor, @DefaultValue("4d") Duration remindAfter) {

	public InvitationProperties {
		if (!validFor.isPositive() || remindAfter.isNegative()) {
			throw new IllegalArgumentException(
					"channelkeeper.invitation.valid-for must be longer than nothing, remind-after not negative");
		}
	}

}
