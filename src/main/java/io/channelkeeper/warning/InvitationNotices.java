package io.channelkeeper.warning;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.connection.ChannelOffered;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.invitation.InvitationConfirmed;
import io.channelkeeper.invitation.InvitationDeclined;
import io.channelkeeper.invitation.InvitationStuck;
import io.channelkeeper.network.Networks;
import io.channelkeeper.network.SignInProviders;

/**
 * Tells the team what creators did with their invitations, in the transaction in which it
 * happened.
 */
@Component
class InvitationNotices {

	private final NoticeService notices;

	private final CreatorService creators;

	private final ChannelService channels;

	private final Networks networks;

	private final SignInProviders providers;

	InvitationNotices(NoticeService notices, CreatorService creators, ChannelService channels, Networks networks,
			SignInProviders providers) {
		this.notices = notices;
		this.creators = creators;
		this.channels = channels;
		this.networks = networks;
		this.providers = providers;
	}

	@EventListener
	void on(InvitationConfirmed confirmed) {
		tell("warning.connected", List.of(name(confirmed.creatorId()), NoticeArgument.number(confirmed.channels())),
				page(confirmed.creatorId()), confirmed.invitationId(), confirmed.creatorId());
	}

	@EventListener
	void on(InvitationStuck stuck) {
		String provider = this.providers.get(stuck.provider()).name();
		tell("warning.stuck", List.of(name(stuck.creatorId()), NoticeArgument.diagnosis(stuck.diagnosis(), provider)),
				"/invitations?creator=" + stuck.creatorId(), stuck.invitationId(), stuck.creatorId());
	}

	@EventListener
	void on(InvitationDeclined declined) {
		if (declined.channelId() == null) {
			tell("warning.declined", List.of(name(declined.creatorId())), page(declined.creatorId()),
					declined.invitationId(), declined.creatorId());
			return;
		}
		Channel channel = this.channels.get(declined.channelId());
		String handle = this.networks.get(channel.network()).show(channel.handle(), channel.displayName());
		tell("warning.not-mine", List.of(name(declined.creatorId()), NoticeArgument.text(handle)),
				page(declined.creatorId()), channel.id(), declined.creatorId());
	}

	@EventListener
	void on(ChannelOffered offered) {
		tell("warning.offered", List.of(name(offered.creatorId()), NoticeArgument.text(offered.handle())),
				page(offered.creatorId()), offered.offerId(), offered.creatorId());
	}

	private void tell(String key, List<String> arguments, String link, UUID subject, UUID creator) {
		this.notices
			.tellTeam(new NoticeDraft(NoticeKind.INVITATIONS, key, arguments, link, subject).about(Set.of(creator)));
	}

	private String name(UUID creator) {
		return NoticeArgument.text(this.creators.get(creator).name());
	}

	private static String page(UUID creator) {
		return "/creators/" + creator;
	}

}
