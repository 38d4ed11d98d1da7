package io.channelkeeper.portfolio;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.channel.Figure;
import io.channelkeeper.connection.ChannelStanding;
import io.channelkeeper.connection.ConnectionService;
import io.channelkeeper.connection.DeliveryRecord;
import io.channelkeeper.connection.GapLedger;
import io.channelkeeper.connection.OfferedChannel;
import io.channelkeeper.connection.OfferedChannels;
import io.channelkeeper.creator.Creator;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.network.Networks;
import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.MemberService;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.picture.PictureService;
import io.channelkeeper.picture.PictureStanding;

/**
 * Reads everything about one creator.
 */
@Service
public class CreatorPageService {

	/** More than the days that are shown, in every time zone. */
	private static final Duration LOOKED_BACK = Duration.ofDays(92);

	private final CreatorService creators;

	private final MemberService members;

	private final ChannelService channels;

	private final ConnectionService connections;

	private final OfferedChannels offers;

	private final PictureService pictures;

	private final ChannelGlimpses glimpses;

	private final CreatorHistory history;

	private final GapLedger gaps;

	private final Clock clock;

	private final Networks networks;

	private final ColleagueDesk colleagues;

	CreatorPageService(CreatorService creators, MemberService members, ChannelService channels,
			ConnectionService connections, OfferedChannels offers, PictureService pictures, ChannelGlimpses glimpses,
			CreatorHistory history, GapLedger gaps, Clock clock, Networks networks, ColleagueDesk colleagues) {
		this.creators = creators;
		this.members = members;
		this.channels = channels;
		this.connections = connections;
		this.offers = offers;
		this.pictures = pictures;
		this.glimpses = glimpses;
		this.history = history;
		this.gaps = gaps;
		this.clock = clock;
		this.networks = networks;
		this.colleagues = colleagues;
	}

	/**
	 * The creator with all channels.
	 * @throws io.channelkeeper.support.NotFoundException if the organization has no such
	 * creator
	 */
	@Transactional(readOnly = true)
	public CreatorPage page(Viewer viewer, UUID creatorId) {
		Creator creator = this.creators.get(creatorId);
		Map<UUID, String> names = this.members.all().stream().collect(Collectors.toMap(Member::id, Member::name));
		List<OfferedChannel> offers = this.offers.open()
			.stream()
			.filter((offer) -> offer.creatorId().equals(creatorId))
			.toList();
		List<ChannelGlimpse> glimpses = this.glimpses.of(List.of(creatorId)).getOrDefault(creatorId, List.of());
		Map<UUID, PictureStanding> pictures = this.pictures
			.standings(glimpses.stream().map(ChannelGlimpse::id).toList())
			.stream()
			.collect(Collectors.toMap(PictureStanding::channelId, (standing) -> standing));
		String picture = this.pictures.ofCreators(List.of(creatorId)).get(creatorId);
		return new CreatorPage(creator, name(names, creator.lookedAfterBy()), picture,
				PictureGap.of(picture, glimpses, pictures), cards(viewer, creator, glimpses, pictures, names), offers,
				this.pictures.ofOffers(offers.stream().map(OfferedChannel::id).toList()),
				this.history.exists(creatorId));
	}

	/** What happened with the creator. */
	@Transactional(readOnly = true)
	public PastEvents history(UUID creatorId) {
		return this.history.of(creatorId);
	}

	private List<ChannelCard> cards(Viewer viewer, Creator creator, List<ChannelGlimpse> glimpses,
			Map<UUID, PictureStanding> pictures, Map<UUID, String> names) {
		Map<UUID, Channel> channels = this.channels.ofCreator(creator.id())
			.stream()
			.collect(Collectors.toMap(Channel::id, (channel) -> channel));
		Map<UUID, ChannelStanding> standings = this.connections.standings(channels.keySet());
		Map<UUID, Colleagues> colleagues = this.colleagues.of(viewer, creator, standings.values());
		Map<UUID, List<Figure>> figures = this.channels.figures(channels.keySet());
		Map<UUID, DeliveryRecord> deliveries = this.gaps.records(channels.keySet(),
				this.clock.instant().minus(LOOKED_BACK));
		return glimpses.stream()
			.filter((glimpse) -> channels.containsKey(glimpse.id()) && standings.containsKey(glimpse.id()))
			.map((glimpse) -> card(glimpse, Objects.requireNonNull(channels.get(glimpse.id())),
					Objects.requireNonNull(standings.get(glimpse.id())), pictures.get(glimpse.id()), names,
					figures.getOrDefault(glimpse.id(), List.of()), deliveries.get(glimpse.id()),
					Objects.requireNonNull(colleagues.get(glimpse.id()))))
			.toList();
	}

	private ChannelCard card(ChannelGlimpse glimpse, Channel channel, ChannelStanding standing,
			@Nullable PictureStanding picture, Map<UUID, String> names, List<Figure> figures,
			@Nullable DeliveryRecord delivery, Colleagues colleagues) {
		UUID markedBy = (channel.ineligibility() != null) ? channel.ineligibility().by() : null;
		return new ChannelCard(glimpse, channel, standing, name(names, standing.connectedByMember()),
				name(names, markedBy), figures, PictureGap.of(glimpse, picture).orElse(null), picture, delivery,
				!this.networks.ways(channel.network()).isEmpty(), colleagues);
	}

	private static @Nullable String name(Map<UUID, String> names, @Nullable UUID member) {
		return (member != null) ? names.get(member) : null;
	}

}
