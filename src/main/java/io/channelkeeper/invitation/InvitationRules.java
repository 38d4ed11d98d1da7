package io.channelkeeper.invitation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.network.Networks;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.SignInWay;
import io.channelkeeper.organization.MemberService;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.NotFoundException;

/**
 * What an invitation may ask for, and in whose name.
 */
@Component
class InvitationRules {

	private final CreatorService creators;

	private final ChannelService channels;

	private final Networks networks;

	private final MemberService members;

	InvitationRules(CreatorService creators, ChannelService channels, Networks networks, MemberService members) {
		this.creators = creators;
		this.channels = channels;
		this.networks = networks;
		this.members = members;
	}

	/**
	 * Stops here unless every channel is the creator's and can be signed in to that way.
	 */
	void check(NewInvitation wish) {
		if (this.creators.get(wish.creatorId()).archived()) {
			throw new InvitationRefusedException(InvitationRefusedException.Reason.NOTHING_TO_CONNECT);
		}
		List<Channel> own = this.channels.ofCreator(wish.creatorId());
		for (InvitedWay way : wish.ways()) {
			Channel channel = own.stream()
				.filter((candidate) -> candidate.id().equals(way.channelId()))
				.findFirst()
				.orElseThrow(() -> new NotFoundException("channel", way.channelId()));
			way(channel, way.provider());
		}
	}

	/** The creator's channels that can be asked for; none of one who was put away. */
	Set<UUID> channels(UUID creatorId) {
		return this.creators.get(creatorId).archived() ? Set.of()
				: this.channels.ofCreator(creatorId).stream().map(Channel::id).collect(Collectors.toSet());
	}

	SignInWay way(Channel channel, ProviderId provider) {
		return this.networks.ways(channel.network())
			.stream()
			.filter((candidate) -> candidate.provider().equals(provider))
			.findFirst()
			.orElseThrow(() -> new InvitationRefusedException(InvitationRefusedException.Reason.NO_WAY));
	}

	/** Who looks after the creator writes; else whoever invites (B-21). */
	UUID sender(Viewer viewer, UUID creatorId) {
		return lookingAfter(creatorId).orElseGet(viewer::memberId);
	}

	/** The same where nobody invites: else an admin. */
	UUID sender(UUID creatorId) {
		return lookingAfter(creatorId).orElseGet(() -> this.members.admins().getFirst().id());
	}

	private Optional<UUID> lookingAfter(UUID creatorId) {
		return Optional.ofNullable(this.creators.get(creatorId).lookedAfterBy())
			.filter((member) -> this.members.get(member).active());
	}

}
