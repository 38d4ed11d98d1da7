package io.channelkeeper.portfolio;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.connection.ConcernedMembers;
import io.channelkeeper.connection.ReconnectRequest;
import io.channelkeeper.connection.ReconnectRequests;
import io.channelkeeper.network.Networks;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.MemberService;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.picture.PictureService;
import io.channelkeeper.picture.PictureStanding;

/**
 * Reads what is interrupted and whose move it is (H-18, H-25), with the same number of
 * statements however much that is.
 */
@Service
public class ReconnectService {

	/** Channels on one page. */
	public static final int PAGE_SIZE = 100;

	private final ReconnectPlaces places;

	private final ChannelGlimpses glimpses;

	private final PictureService pictures;

	private final ReconnectRequests requests;

	private final ConcernedMembers concerned;

	private final MemberService members;

	private final Networks networks;

	private final Clock clock;

	ReconnectService(ReconnectPlaces places, ChannelGlimpses glimpses, PictureService pictures,
			ReconnectRequests requests, ConcernedMembers concerned, MemberService members, Networks networks,
			Clock clock) {
		this.places = places;
		this.glimpses = glimpses;
		this.pictures = pictures;
		this.requests = requests;
		this.concerned = concerned;
		this.members = members;
		this.networks = networks;
		this.clock = clock;
	}

	/**
	 * One page of what is interrupted.
	 * @param after the last channel of the page before, or null for the first page
	 */
	@Transactional(readOnly = true)
	public ReconnectPage page(Viewer viewer, @Nullable UUID after) {
		List<ReconnectPlace> found = this.places.find(viewer.may(Action.ADMINISTER), after, PAGE_SIZE + 1);
		if (found.isEmpty()) {
			return new ReconnectPage(List.of(), null, this.places.lastChecked());
		}
		List<ReconnectPlace> shown = found.stream().limit(PAGE_SIZE).toList();
		return new ReconnectPage(rows(viewer, shown), (found.size() > PAGE_SIZE) ? shown.getLast().channelId() : null,
				null);
	}

	private List<ReconnectRow> rows(Viewer viewer, List<ReconnectPlace> places) {
		List<UUID> ids = places.stream().map(ReconnectPlace::channelId).toList();
		Map<UUID, ChannelGlimpse> channels = this.glimpses.these(ids);
		Map<UUID, PictureStanding> pictures = this.pictures.standings(ids)
			.stream()
			.collect(Collectors.toMap(PictureStanding::channelId, Function.identity()));
		Map<UUID, Member> members = this.members.all()
			.stream()
			.collect(Collectors.toMap(Member::id, Function.identity()));
		Map<UUID, ReconnectRequest> requests = this.requests.open(ids);
		Map<UUID, AskedGlimpse> asked = asked(places, requests, members);
		return places.stream()
			.filter((place) -> channels.containsKey(place.channelId()))
			.map((place) -> row(place, Objects.requireNonNull(channels.get(place.channelId())),
					pictures.get(place.channelId()), name(place.connectedByMember(), members),
					asked.get(place.channelId()),
					askable(viewer, place, requests.get(place.channelId()), members.values())))
			.toList();
	}

	private ReconnectRow row(ReconnectPlace place, ChannelGlimpse channel, @Nullable PictureStanding picture,
			@Nullable String connectedBy, @Nullable AskedGlimpse asked, List<String> askable) {
		return new ReconnectRow(place, channel, (picture != null) ? picture.address() : null,
				PictureGap.of(channel, picture).orElse(null), connectedBy, asked, askable,
				!this.networks.ways(channel.network()).isEmpty());
	}

	/** Nobody is asked about the same channel again within a day. */
	private List<String> askable(Viewer viewer, ReconnectPlace place, @Nullable ReconnectRequest request,
			Collection<Member> members) {
		if (request != null && request.rests(this.clock.instant())) {
			return List.of();
		}
		List<Member> active = members.stream().filter(Member::active).toList();
		return this.concerned.toReconnect(viewer, place.connectedByMember(), place.lookedAfterBy(), active)
			.stream()
			.map(Member::name)
			.sorted()
			.toList();
	}

	/** Of a colleague and a creator who were both asked, the one who was asked last. */
	private Map<UUID, AskedGlimpse> asked(List<ReconnectPlace> places, Map<UUID, ReconnectRequest> requests,
			Map<UUID, Member> members) {
		List<UUID> waiting = places.stream()
			.filter((place) -> place.part() == ReconnectPart.WAITING)
			.map(ReconnectPlace::channelId)
			.toList();
		if (waiting.isEmpty()) {
			return Map.of();
		}
		Map<UUID, AskedGlimpse> asked = new HashMap<>(this.places.askedCreators(waiting));
		waiting.stream()
			.map(requests::get)
			.filter(Objects::nonNull)
			.forEach((request) -> asked.merge(request.channelId(), asked(request, members),
					(one, other) -> one.at().isAfter(other.at()) ? one : other));
		return asked;
	}

	private static AskedGlimpse asked(ReconnectRequest request, Map<UUID, Member> members) {
		List<String> whom = request.asked().stream().map((id) -> name(id, members)).filter(Objects::nonNull).toList();
		String by = name(request.askedBy(), members);
		return new AskedGlimpse((by != null) ? by : "–", whom.stream().sorted().toList(), request.askedAt(), false,
				request.openedAt());
	}

	private static @Nullable String name(@Nullable UUID id, Map<UUID, Member> members) {
		Member member = (id != null) ? members.get(id) : null;
		return (member != null) ? member.name() : null;
	}

}
