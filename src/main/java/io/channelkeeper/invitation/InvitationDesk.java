package io.channelkeeper.invitation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.connection.ChannelStanding;
import io.channelkeeper.connection.ConnectionService;
import io.channelkeeper.creator.Creator;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.invitation.DeskChannel.DeskWay;
import io.channelkeeper.network.Network;
import io.channelkeeper.network.Networks;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.EmailAddress;

/**
 * What lies on the table when a creator is invited: the channels with their ways, the
 * letter as it would read, and the texts that go without a link.
 */
@Service
public class InvitationDesk {

	private final CreatorService creators;

	private final ChannelService channels;

	private final ConnectionService connections;

	private final Networks networks;

	private final SignInProviders providers;

	private final InvitationRules rules;

	private final Letters letters;

	private final InvitationPost post;

	private final InvitationProperties properties;

	private final Clock clock;

	InvitationDesk(CreatorService creators, ChannelService channels, ConnectionService connections, Networks networks,
			SignInProviders providers, InvitationRules rules, Letters letters, InvitationPost post,
			InvitationProperties properties, Clock clock) {
		this.creators = creators;
		this.channels = channels;
		this.connections = connections;
		this.networks = networks;
		this.providers = providers;
		this.rules = rules;
		this.letters = letters;
		this.post = post;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Everything about one creator.
	 * @throws io.channelkeeper.support.NotFoundException if there is no such creator
	 */
	@Transactional(readOnly = true)
	public Desk open(Viewer viewer, UUID creatorId) {
		Creator creator = this.creators.get(creatorId);
		ZoneId zone = this.letters.zone();
		Instant now = this.clock.instant();
		return new Desk(creator, channels(creatorId), this.letters.member(this.rules.sender(viewer, creatorId)), zone,
				now.atZone(zone).toLocalDate(), now.plus(this.properties.validFor()).atZone(zone).toLocalDate());
	}

	/** The creator's channels and how each can be connected. */
	@Transactional(readOnly = true)
	public List<DeskChannel> channels(UUID creatorId) {
		List<Channel> own = this.channels.ofCreator(creatorId);
		Map<UUID, ChannelStanding> standings = this.connections.standings(own.stream().map(Channel::id).toList());
		Map<UUID, ProviderId> carriers = this.connections.providers(standings.keySet());
		return own.stream()
			.map((channel) -> deskChannel(channel, standings.get(channel.id()), carriers.get(channel.id())))
			.toList();
	}

	/** The letter as it would read now. */
	@Transactional(readOnly = true)
	public Letter letter(Viewer viewer, UUID creatorId, List<InvitedWay> ways, @Nullable String message, Instant end) {
		return this.letters.write(creatorId, ways, this.rules.sender(viewer, creatorId), message, end);
	}

	/**
	 * A letter without a link as text: the preparation (I-13), or how to switch the
	 * account.
	 */
	@Transactional(readOnly = true)
	public String text(LinklessMail mail, Letter letter, Locale language) {
		return this.post.text(mail.template(), letter, language);
	}

	/** Sends a letter without a link. */
	@Transactional
	public void send(Viewer viewer, LinklessMail mail, EmailAddress recipient, Letter letter, Locale language) {
		viewer.require(Action.INVITE);
		this.post.sendWithoutLink(mail.template(), recipient, letter, language);
	}

	private DeskChannel deskChannel(Channel channel, @Nullable ChannelStanding standing, @Nullable ProviderId carrier) {
		Network network = this.networks.get(channel.network());
		List<DeskWay> ways = this.networks.ways(channel.network())
			.stream()
			.sorted(Comparator.comparing((way) -> !way.provider().equals(carrier)))
			.map((way) -> new DeskWay(channel.id() + ":" + way.provider(), this.providers.get(way.provider()).name(),
					new InvitedWay(channel.id(), way.provider()), way.gives(), way.recommended()))
			.toList();
		boolean connected = standing != null && standing.state().hasLogin() && !standing.state().isInterrupted();
		return new DeskChannel(channel, network.name(), network.show(channel.handle(), channel.displayName()), ways,
				connected, !ways.isEmpty() && RenewalReader.isDue(standing));
	}

}
