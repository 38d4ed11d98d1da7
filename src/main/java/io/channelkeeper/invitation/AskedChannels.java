package io.channelkeeper.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import io.channelkeeper.connection.ConnectionService;

/**
 * Tells the connections until when somebody is asked to connect a channel.
 */
@Component
class AskedChannels {

	private final InvitationRepository invitations;

	private final ConnectionService connections;

	private final Clock clock;

	AskedChannels(InvitationRepository invitations, ConnectionService connections, Clock clock) {
		this.invitations = invitations;
		this.connections = connections;
		this.clock = clock;
	}

	/** Tells how the channels of an invitation stand now, other invitations included. */
	void tell(InvitationEntity changed) {
		Instant now = this.clock.instant();
		for (UUID channel : changed.channelIds()) {
			Optional<Instant> until = this.invitations.findByChannel(channel)
				.stream()
				.filter((invitation) -> invitation.isOpenAt(now) && invitation.channel(channel).isWaiting())
				.map(InvitationEntity::validUntil)
				.max(Instant::compareTo);
			until.ifPresentOrElse((end) -> this.connections.asked(channel, end),
					() -> this.connections.notAsked(channel));
		}
	}

}
