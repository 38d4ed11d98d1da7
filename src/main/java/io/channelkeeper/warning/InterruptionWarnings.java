package io.channelkeeper.warning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.channelkeeper.connection.ChannelStanding;
import io.channelkeeper.connection.ConcernedMembers;
import io.channelkeeper.connection.ConnectionService;
import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.connection.ConnectionsBroken;
import io.channelkeeper.connection.DataGap;
import io.channelkeeper.connection.DeliveryRecord;
import io.channelkeeper.connection.GapLedger;
import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.MemberService;

/**
 * Writes down who is to be told by mail that channels are interrupted, in the transaction
 * in which that became known: the whole team (M-32, M-34), and whoever answers for them
 * (H-13). What breaks within some minutes is one mail. Of what simply came to its end the
 * team heard by the warning of that day, so there it is whoever answers alone.
 */
@Component
class InterruptionWarnings {

	/** So long others are waited for that break together with the first one. */
	static final Duration GATHERING = Duration.ofMinutes(5);

	private final WarningRows rows;

	private final InterruptedChannels channels;

	private final ConnectionService connections;

	private final ConcernedMembers concerned;

	private final MemberService members;

	private final GapLedger gaps;

	private final Clock clock;

	InterruptionWarnings(WarningRows rows, InterruptedChannels channels, ConnectionService connections,
			ConcernedMembers concerned, MemberService members, GapLedger gaps, Clock clock) {
		this.rows = rows;
		this.channels = channels;
		this.connections = connections;
		this.concerned = concerned;
		this.members = members;
		this.gaps = gaps;
		this.clock = clock;
	}

	@EventListener
	void on(ConnectionsBroken broken) {
		warn(broken.channelIds());
	}

	/**
	 * Warns of those channels that are interrupted. What nobody chose to hear of the
	 * admins do, whatever they chose (B-8).
	 */
	void warn(Collection<UUID> ids) {
		List<ChannelStanding> interrupted = this.connections.standings(ids)
			.values()
			.stream()
			.filter((channel) -> channel.state().isInterrupted())
			.toList();
		if (interrupted.isEmpty()) {
			return;
		}
		Instant now = this.clock.instant();
		Set<UUID> unheard = this.channels.unheard(ids, now);
		Set<UUID> admins = ids(this.members.admins());
		Map<UUID, Set<UUID>> recipients = recipients(interrupted, unheard, admins);
		Map<UUID, DeliveryRecord> records = this.gaps.records(recipients.keySet(), now);
		List<WarningRows.Draft> drafts = interrupted.stream()
			.flatMap((channel) -> recipients.getOrDefault(channel.channelId(), Set.of())
				.stream()
				.map((member) -> new WarningRows.Draft(member, channel.channelId(),
						begin(channel, records.get(channel.channelId()), now))))
			.toList();
		this.rows.add(WarningKind.INTERRUPTED, drafts, now, now.plus(GATHERING));
		this.rows.reopen(WarningKind.INTERRUPTED,
				drafts.stream()
					.filter((draft) -> unheard.contains(draft.channel()) && admins.contains(draft.member()))
					.toList(),
				now.plus(GATHERING));
	}

	/** By channel. */
	private Map<UUID, Set<UUID>> recipients(List<ChannelStanding> interrupted, Set<UUID> unheard, Set<UUID> admins) {
		Set<UUID> team = ids(this.members.active());
		Map<UUID, Set<UUID>> answering = this.concerned.answering(interrupted);
		return interrupted.stream().collect(Collectors.toMap(ChannelStanding::channelId, (channel) -> {
			Set<UUID> recipients = new HashSet<>(answering.getOrDefault(channel.channelId(), Set.of()));
			if (channel.state() != ConnectionState.EXPIRED) {
				recipients.addAll(team);
			}
			if (unheard.contains(channel.channelId())) {
				recipients.addAll(admins);
			}
			return recipients;
		}));
	}

	private static Set<UUID> ids(List<Member> members) {
		return members.stream().map(Member::id).collect(Collectors.toSet());
	}

	/** The begin of the gap tells one interruption from the next, as the ledger does. */
	static Instant begin(ChannelStanding channel, @Nullable DeliveryRecord record, Instant now) {
		Instant since = (channel.since() != null) ? channel.since() : now;
		return (record == null) ? since
				: record.gaps().stream().filter(DataGap::isOpen).map(DataGap::begins).findFirst().orElse(since);
	}

}
