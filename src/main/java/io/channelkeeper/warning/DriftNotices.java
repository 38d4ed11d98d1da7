package io.channelkeeper.warning;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.channelkeeper.channel.ChannelDrift.Kind;
import io.channelkeeper.channel.ChannelDrifted;
import io.channelkeeper.channel.ChannelDrifts;
import io.channelkeeper.connection.PersonErased;
import io.channelkeeper.support.Tenancy;

/**
 * Tells the team what changed about channels at the networks, in the transaction in which
 * that was noted (B-15). Of more than a few in a day one notice tells together, and of
 * creators who were put away none.
 */
@Component
class DriftNotices {

	/** So many a day have a notice each. */
	static final int AT_MOST = 10;

	private static final String MORE = "more";

	private static final Duration DAY = Duration.ofDays(1);

	private final NoticeService notices;

	private final NoticeStore store;

	private final ChannelDrifts drifts;

	private final ChannelNames names;

	private final Clock clock;

	DriftNotices(NoticeService notices, NoticeStore store, ChannelDrifts drifts, ChannelNames names, Clock clock) {
		this.notices = notices;
		this.store = store;
		this.drifts = drifts;
		this.names = names;
		this.clock = clock;
	}

	@EventListener
	void on(ChannelDrifted drifted) {
		if (!this.names.inUse(drifted.channelId())) {
			return;
		}
		ChannelNames.Named channel = this.names.of(drifted.channelId());
		long today = this.drifts.countSince(this.clock.instant().minus(DAY));
		NoticeDraft draft = (today > AT_MOST)
				? new NoticeDraft(NoticeKind.CHANGES, "warning.drift.more",
						List.of(NoticeArgument.number(today - AT_MOST), NoticeArgument.text(channel.shown()),
								NoticeArgument.text(channel.network())),
						link(channel), subject(Tenancy.current(), MORE))
				: new NoticeDraft(NoticeKind.CHANGES, "warning.drift." + drifted.kind(), arguments(drifted, channel),
						link(channel), subject(drifted.channelId(), drifted.kind().name()));
		this.notices.tellTeam(draft.about(Set.of(channel.creator())));
	}

	/** What was told of by somebody who wants it deleted is read by nobody any more. */
	@EventListener
	void on(PersonErased erased) {
		Stream<UUID> subjects = erased.channelIds()
			.stream()
			.flatMap((channel) -> Arrays.stream(Kind.values()).map((kind) -> subject(channel, kind.name())));
		this.store.forget(Stream.concat(subjects, Stream.of(subject(erased.organizationId(), MORE))).toList());
	}

	private static List<String> arguments(ChannelDrifted drifted, ChannelNames.Named channel) {
		return switch (drifted.kind()) {
			case RENAMED -> List.of(NoticeArgument.text(Objects.requireNonNull(drifted.before())),
					NoticeArgument.text(Objects.requireNonNull(drifted.after())));
			case FOLLOWERS -> List.of(NoticeArgument.text(channel.shown()), NoticeArgument.text(channel.network()),
					number(drifted.before()), number(drifted.after()));
			case PRIVATE, PERSONAL, NOT_SHOWN, PICTURE ->
				List.of(NoticeArgument.text(channel.shown()), NoticeArgument.text(channel.network()));
		};
	}

	private static String number(@Nullable String digits) {
		return NoticeArgument.number(Long.parseLong(Objects.requireNonNull(digits)));
	}

	private static String link(ChannelNames.Named channel) {
		return "/creators/" + channel.creator() + "/history";
	}

	private static UUID subject(UUID about, String what) {
		return UUID.nameUUIDFromBytes(("drift " + about + " " + what).getBytes(StandardCharsets.UTF_8));
	}

}
