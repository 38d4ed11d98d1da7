package io.channelkeeper.portfolio;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.connection.ChannelStanding;
import io.channelkeeper.connection.ConcernedMembers;
import io.channelkeeper.connection.ReconnectRequest;
import io.channelkeeper.connection.ReconnectRequests;
import io.channelkeeper.creator.Creator;
import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.MemberService;
import io.channelkeeper.organization.Viewer;

/**
 * Reads for a creator's channels whom a viewer can ask to connect them again.
 */
@Component
class ColleagueDesk {

	private final ConcernedMembers concerned;

	private final ReconnectRequests requests;

	private final MemberService members;

	private final Clock clock;

	ColleagueDesk(ConcernedMembers concerned, ReconnectRequests requests, MemberService members, Clock clock) {
		this.concerned = concerned;
		this.requests = requests;
		this.members = members;
		this.clock = clock;
	}

	/** By channel. */
	Map<UUID, Colleagues> of(Viewer viewer, Creator creator, Collection<ChannelStanding> standings) {
		return of(viewer,
				standings.stream()
					.map((standing) -> new Concern(standing.channelId(), standing.connectedByMember(),
							creator.lookedAfterBy(), standing.state().hasLogin()))
					.toList());
	}

	/** The same of channels of several creators. */
	Map<UUID, Colleagues> of(Viewer viewer, Collection<Concern> concerns) {
		List<Member> all = this.members.all();
		Map<UUID, String> names = all.stream().collect(Collectors.toMap(Member::id, Member::name));
		List<Member> active = all.stream().filter(Member::active).toList();
		Map<UUID, ReconnectRequest> open = this.requests.open(concerns.stream().map(Concern::channel).toList());
		return concerns.stream().collect(Collectors.toMap(Concern::channel, (concern) -> {
			ReconnectRequest request = open.get(concern.channel());
			boolean rests = request != null && request.rests(this.clock.instant());
			return new Colleagues(
					(rests || !concern.connected()) ? List.of() : names(
							this.concerned.toReconnect(viewer, concern.connectedBy(), concern.lookedAfterBy(), active)),
					(request != null) ? asked(request, names) : null);
		}));
	}

	private static List<String> names(List<Member> members) {
		return members.stream().map(Member::name).toList();
	}

	private static Colleagues.Asked asked(ReconnectRequest request, Map<UUID, String> names) {
		return new Colleagues.Asked(names.getOrDefault(request.askedBy(), "–"),
				request.asked().stream().map((id) -> names.getOrDefault(id, "–")).sorted().toList(), request.askedAt(),
				request.openedAt());
	}

	/**
	 * A channel that colleagues may be asked about.
	 *
	 * @param channel the channel
	 * @param connectedBy the member who connected it, or null
	 * @param lookedAfterBy the member who looks after its creator, or null
	 * @param connected whether a login carries it
	 */
	record Concern(UUID channel, @Nullable UUID connectedBy, @Nullable UUID lookedAfterBy, boolean connected) {

	}

}
