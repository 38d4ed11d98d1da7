package io.channelkeeper.invitation;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.connection.Dependents;
import io.channelkeeper.creator.Creator;
import io.channelkeeper.creator.CreatorService;

/**
 * The creator may still hold a link to something that nobody has to do any more.
 */
@Component
class InvitationDependents implements Dependents {

	private final InvitationRepository invitations;

	private final ChannelService channels;

	private final CreatorService creators;

	private final MessageSource messages;

	private final Clock clock;

	InvitationDependents(InvitationRepository invitations, ChannelService channels, CreatorService creators,
			MessageSource messages, Clock clock) {
		this.invitations = invitations;
		this.channels = channels;
		this.creators = creators;
		this.messages = messages;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public List<Dependent> of(UUID channelId, Locale language) {
		Creator creator = this.creators.get(this.channels.get(channelId).creatorId());
		boolean open = this.invitations.findByCreatorIdOrderByCreatedAtDesc(creator.id())
			.stream()
			.anyMatch((invitation) -> invitation.isOpenAt(this.clock.instant()));
		return open ? List
			.of(new Dependent(this.messages.getMessage("invitation.depends", new Object[] { creator.name() }, language),
					"/invitations"))
				: List.of();
	}

}
