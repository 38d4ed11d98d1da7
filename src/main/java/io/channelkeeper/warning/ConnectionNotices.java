package io.channelkeeper.warning;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.channelkeeper.connection.ChannelStanding;
import io.channelkeeper.connection.ConcernedMembers;
import io.channelkeeper.connection.ConnectionService;
import io.channelkeeper.connection.ConnectionsBroken;
import io.channelkeeper.connection.ConnectionsRestored;
import io.channelkeeper.connection.DataGap;
import io.channelkeeper.connection.GapLedger;
import io.channelkeeper.connection.LoginInDoubt;

/**
 * Tells the team that channels are interrupted and work again, and who has to act that
 * they soon will not, in the transaction in which that became known. What happens to one
 * login at a time is one notice, however many channels hang on it. Of creators who were
 * put away nothing is told.
 */
@Component
class ConnectionNotices {

	private final NoticeService notices;

	private final ConnectionService connections;

	private final GapLedger gaps;

	private final ConcernedMembers concerned;

	private final ChannelNames names;

	ConnectionNotices(NoticeService notices, ConnectionService connections, GapLedger gaps, ConcernedMembers concerned,
			ChannelNames names) {
		this.notices = notices;
		this.connections = connections;
		this.gaps = gaps;
		this.concerned = concerned;
		this.names = names;
	}

	@EventListener
	void on(ConnectionsBroken broken) {
		List<DataGap> together = this.gaps.justBegun(broken.channelIds())
			.stream()
			.filter((gap) -> gap.cause() == broken.cause())
			.toList();
		List<ChannelStanding> channels = standings(broken.channelIds(), together).stream()
			.filter((channel) -> channel.state().isInterrupted())
			.toList();
		if (!channels.isEmpty()) {
			ChannelStanding first = channels.getFirst();
			NoticeDraft draft = draft(NoticeKind.INTERRUPTED, "warning.interrupted", channels,
					NoticeArgument.cause(first.cause(), first.causeDetail()),
					subject(first, String.valueOf(broken.cause()), together));
			Set<UUID> closest = new HashSet<>(this.concerned.of(channels));
			closest.removeAll(this.notices.tellTeam(draft));
			this.notices.tell(closest, draft.as(NoticeKind.OWN_INTERRUPTED));
		}
	}

	@EventListener
	void on(ConnectionsRestored restored) {
		List<DataGap> together = this.gaps.justEnded(restored.channelIds());
		List<ChannelStanding> channels = standings(Set.of(), together);
		if (!channels.isEmpty()) {
			this.notices.tellTeam(draft(NoticeKind.RESTORED, "warning.restored", channels, null,
					subject(channels.getFirst(), "restored", together)));
		}
	}

	@EventListener
	void on(LoginInDoubt doubt) {
		List<ChannelStanding> channels = this.connections.ofLogin(doubt.loginId())
			.stream()
			.filter((channel) -> this.names.inUse(channel.channelId()))
			.toList();
		if (!channels.isEmpty()) {
			Instant deadline = channels.getFirst().renewBy();
			this.notices.tell(this.concerned.of(channels),
					draft(NoticeKind.EXPIRING, (deadline != null) ? "warning.doubt.until" : "warning.doubt", channels,
							(deadline != null) ? NoticeArgument.moment(deadline) : null, doubt.loginId()));
		}
	}

	/** One sentence names the first channel, by its handle, and counts the others. */
	private NoticeDraft draft(NoticeKind kind, String key, List<ChannelStanding> channels, @Nullable String what,
			UUID subject) {
		List<ChannelNames.Named> named = channels.stream()
			.map((channel) -> this.names.of(channel.channelId()))
			.sorted(Comparator.comparing(ChannelNames.Named::shown))
			.toList();
		ChannelNames.Named first = named.getFirst();
		List<String> arguments = new ArrayList<>(List.of(NoticeArgument.text(first.shown()),
				NoticeArgument.text(first.network()), NoticeArgument.number(named.size() - 1L)));
		if (what != null) {
			arguments.add(what);
		}
		Set<UUID> creators = named.stream().map(ChannelNames.Named::creator).collect(Collectors.toSet());
		String link = (creators.size() == 1) ? "/creators/" + first.creator() : "/connections/reconnect";
		return new NoticeDraft(kind, key, arguments, link, subject,
				(kind != NoticeKind.RESTORED) ? ids(channels) : Set.of(), creators);
	}

	private static Set<UUID> ids(List<ChannelStanding> channels) {
		return channels.stream().map(ChannelStanding::channelId).collect(Collectors.toSet());
	}

	private List<ChannelStanding> standings(Collection<UUID> told, Collection<DataGap> together) {
		Set<UUID> ids = new TreeSet<>(told);
		together.forEach((gap) -> ids.add(gap.channelId()));
		Map<UUID, ChannelStanding> standings = this.connections.standings(ids);
		return ids.stream()
			.map(standings::get)
			.filter(Objects::nonNull)
			.filter((channel) -> this.names.inUse(channel.channelId()))
			.toList();
	}

	/** The same for everything that happens to a login in one go. */
	private static UUID subject(ChannelStanding channel, String what, List<DataGap> together) {
		Instant begin = together.stream().map(DataGap::begins).min(Comparator.naturalOrder()).orElse(Instant.EPOCH);
		return UUID.nameUUIDFromBytes((channel.loginId() + " " + what + " " + begin).getBytes(StandardCharsets.UTF_8));
	}

}
