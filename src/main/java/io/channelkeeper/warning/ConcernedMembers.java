package io.channelkeeper.warning;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.connection.ChannelStanding;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.MemberService;
import io.channelkeeper.organization.Role;

/**
 * Finds who has to act for a channel: the member who connected it; where its creator did,
 * the member who looks after that creator; else everybody who may connect all channels.
 */
@Component
class ConcernedMembers {

	private final MemberService members;

	private final CreatorService creators;

	private final ChannelService channels;

	ConcernedMembers(MemberService members, CreatorService creators, ChannelService channels) {
		this.members = members;
		this.creators = creators;
		this.channels = channels;
	}

	Set<UUID> of(Collection<ChannelStanding> standings) {
		Map<UUID, Member> active = this.members.active()
			.stream()
			.collect(Collectors.toMap(Member::id, Function.identity()));
		return standings.stream().flatMap((channel) -> of(channel, active)).collect(Collectors.toSet());
	}

	private Stream<UUID> of(ChannelStanding channel, Map<UUID, Member> active) {
		UUID connected = channel.connectedByMember();
		if (connected != null && active.containsKey(connected)) {
			return Stream.of(connected);
		}
		UUID lookedAfterBy = this.creators.get(this.channels.get(channel.channelId()).creatorId()).lookedAfterBy();
		if (lookedAfterBy != null && active.containsKey(lookedAfterBy)) {
			return Stream.of(lookedAfterBy);
		}
		List<Member> all = active.values().stream().filter((member) -> member.role() != Role.MARKETER).toList();
		return all.stream().map(Member::id);
	}

}
