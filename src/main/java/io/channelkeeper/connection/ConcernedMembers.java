package io.channelkeeper.connection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.MemberService;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.NotFoundException;

/**
 * Finds who has to act for a channel: the member who connected it; where its creator did,
 * or that member has left, the member who looks after that creator; else everybody who
 * may connect all channels.
 */
@Service
public class ConcernedMembers {

	private final MemberService members;

	private final CreatorService creators;

	private final ChannelService channels;

	ConcernedMembers(MemberService members, CreatorService creators, ChannelService channels) {
		this.members = members;
		this.creators = creators;
		this.channels = channels;
	}

	/** Who has to hear of what happens to channels. */
	@Transactional(readOnly = true)
	public Set<UUID> of(Collection<ChannelStanding> standings) {
		List<Member> active = this.members.active();
		return standings.stream()
			.flatMap((channel) -> first(channel.connectedByMember(), lookedAfterBy(channel), active).stream())
			.map(Member::id)
			.collect(Collectors.toSet());
	}

	/**
	 * Who is written to about channels, by channel (H-13): where nobody is close to one,
	 * whoever runs the organization (B-8).
	 */
	@Transactional(readOnly = true)
	public Map<UUID, Set<UUID>> answering(Collection<ChannelStanding> standings) {
		List<Member> active = this.members.active();
		List<Member> admins = active.stream().filter((member) -> member.role() == Role.ADMIN).toList();
		return standings.stream().collect(Collectors.toMap(ChannelStanding::channelId, (channel) -> {
			List<Member> close = closest(channel.connectedByMember(), lookedAfterBy(channel), active);
			return (close.isEmpty() ? admins : close).stream().map(Member::id).collect(Collectors.toSet());
		}));
	}

	/**
	 * Whom a member can ask to connect a channel again, by name: only who may do it
	 * (H-3), and never the member who asks. Empty if there is nobody.
	 */
	@Transactional(readOnly = true)
	public List<Member> toReconnect(Viewer viewer, ChannelStanding channel) {
		return toReconnect(viewer, channel.connectedByMember(), lookedAfterBy(channel), this.members.active());
	}

	/**
	 * The same for whoever knows already who connected a channel and who looks after its
	 * creator, for lists.
	 * @param active the active members of the viewer's organization
	 */
	public List<Member> toReconnect(Viewer viewer, @Nullable UUID connectedBy, @Nullable UUID lookedAfterBy,
			List<Member> active) {
		Predicate<Member> mayConnect = (member) -> member.role() != Role.MARKETER
				|| (viewer.marketersMayConnect() && member.id().equals(lookedAfterBy));
		return first(connectedBy, lookedAfterBy,
				active.stream().filter((member) -> !member.id().equals(viewer.memberId())).filter(mayConnect).toList());
	}

	/**
	 * The active member who may connect any channel.
	 * @throws NotFoundException if there is none with this id
	 */
	Member able(UUID memberId) {
		return only(memberId, this.members.active()).stream()
			.filter((member) -> member.role() != Role.MARKETER)
			.findFirst()
			.orElseThrow(() -> new NotFoundException("member", memberId));
	}

	private static List<Member> first(@Nullable UUID connectedBy, @Nullable UUID lookedAfterBy, List<Member> able) {
		List<Member> one = closest(connectedBy, lookedAfterBy, able);
		return one.isEmpty() ? able.stream().filter((member) -> member.role() != Role.MARKETER).toList() : one;
	}

	private static List<Member> closest(@Nullable UUID connectedBy, @Nullable UUID lookedAfterBy, List<Member> able) {
		List<Member> connected = only(connectedBy, able);
		return connected.isEmpty() ? only(lookedAfterBy, able) : connected;
	}

	private static List<Member> only(@Nullable UUID id, List<Member> able) {
		return able.stream().filter((member) -> member.id().equals(id)).toList();
	}

	private @Nullable UUID lookedAfterBy(ChannelStanding channel) {
		return this.creators.get(this.channels.get(channel.channelId()).creatorId()).lookedAfterBy();
	}

}
