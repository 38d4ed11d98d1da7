package io.channelkeeper.warning;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.connection.ChannelConnected;
import io.channelkeeper.connection.ConnectionsRestored;
import io.channelkeeper.mail.Mails;
import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.MemberService;

/**
 * Tells those who were told of an interruption that it is over. As with the interruption,
 * what comes back within some minutes is one mail.
 */
@Component
class RestoredMails {

	private final RestoredChannels channels;

	private final WarningRows rows;

	private final RestoredMail mail;

	private final UnsubscribeLinks links;

	private final Mails mails;

	private final MemberService members;

	private final Clock clock;

	RestoredMails(RestoredChannels channels, WarningRows rows, RestoredMail mail, UnsubscribeLinks links, Mails mails,
			MemberService members, Clock clock) {
		this.channels = channels;
		this.rows = rows;
		this.mail = mail;
		this.links = links;
		this.mails = mails;
		this.members = members;
		this.clock = clock;
	}

	@EventListener
	void on(ChannelConnected connected) {
		warn(Set.of(connected.channelId()));
	}

	@EventListener
	void on(ConnectionsRestored restored) {
		warn(restored.channelIds());
	}

	private void warn(Collection<UUID> channelIds) {
		Instant now = this.clock.instant();
		this.channels.add(channelIds, now, now.plus(InterruptionWarnings.GATHERING));
	}

	/**
	 * Writes to a member of the bound organization, unless somebody did so meanwhile.
	 */
	@Transactional
	void send(UUID memberId) {
		Instant now = this.clock.instant();
		List<WarningRows.Open> open = this.rows.take(WarningKind.RESTORED, memberId, Set.of());
		if (open.stream().allMatch((one) -> one.dueAt().isAfter(now))) {
			return;
		}
		Set<UUID> left = open.stream().map(WarningRows.Open::id).collect(Collectors.toSet());
		Member member = this.members.get(memberId);
		if (!member.active()) {
			this.rows.settle(left, WarningOutcome.LEFT, null, now);
			return;
		}
		List<RestoredChannel> working = this.channels.of(left, now);
		List<RestoredChannel> told = working.stream().filter(RestoredChannel::wanted).toList();
		if (!told.isEmpty()) {
			UUID mailId = this.mails
				.queue(this.mail.draft(member, told).unsubscribable(this.links.make(memberId, NoticeKind.RESTORED)));
			this.rows.settle(warnings(told), WarningOutcome.MAILED, mailId, now);
		}
		List<UUID> unwanted = warnings(working.stream().filter((one) -> !one.wanted()).toList());
		this.rows.settle(unwanted, WarningOutcome.UNSUBSCRIBED, null, now);
		left.removeAll(warnings(working));
		this.rows.settle(left, WarningOutcome.MOVED, null, now);
	}

	private static List<UUID> warnings(List<RestoredChannel> channels) {
		return channels.stream().map(RestoredChannel::warning).toList();
	}

}
