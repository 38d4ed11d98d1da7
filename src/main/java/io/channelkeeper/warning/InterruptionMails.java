package io.channelkeeper.warning;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.mail.Mails;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.MemberService;

/**
 * Tells a member in one mail of everything that broke lately and is still interrupted.
 * The mail is queued in the transaction that settles its warnings.
 */
@Component
class InterruptionMails {

	private final WarningRows rows;

	private final InterruptionWarnings warnings;

	private final InterruptedChannels channels;

	private final InterruptionMail mail;

	private final UnsubscribeLinks links;

	private final Mails mails;

	private final MemberService members;

	private final Clock clock;

	InterruptionMails(WarningRows rows, InterruptionWarnings warnings, InterruptedChannels channels,
			InterruptionMail mail, UnsubscribeLinks links, Mails mails, MemberService members, Clock clock) {
		this.rows = rows;
		this.warnings = warnings;
		this.channels = channels;
		this.mail = mail;
		this.links = links;
		this.mails = mails;
		this.members = members;
		this.clock = clock;
	}

	/**
	 * Writes to a member of the bound organization, unless somebody did so meanwhile.
	 * @param held providers of whose channels nothing is told now
	 */
	@Transactional
	void send(UUID memberId, Set<ProviderId> held) {
		Instant now = this.clock.instant();
		List<WarningRows.Open> open = this.rows.take(WarningKind.INTERRUPTED, memberId, held);
		if (open.stream().allMatch((one) -> one.dueAt().isAfter(now))) {
			return;
		}
		Member member = this.members.get(memberId);
		if (member.active()) {
			tell(member, open, now);
		}
		else {
			settle(open, WarningOutcome.LEFT, now);
			this.warnings.warn(channels(open));
		}
	}

	private void tell(Member member, List<WarningRows.Open> open, Instant now) {
		List<InterruptedChannel> interrupted = this.channels.of(member, channels(open), now);
		Set<UUID> known = this.rows.endTold(member.id(), expired(interrupted));
		settle(about(open, known::contains), WarningOutcome.TOLD, now);
		interrupted = interrupted.stream().filter((channel) -> !known.contains(channel.id())).toList();
		open = about(open, (channel) -> !known.contains(channel));
		List<InterruptedChannel> told = interrupted.stream().filter((channel) -> channel.reason() != null).toList();
		Set<UUID> broken = ids(interrupted);
		Set<UUID> wanted = ids(told);
		settle(about(open, (channel) -> !broken.contains(channel)), WarningOutcome.RECOVERED, now);
		passOver(about(open, (channel) -> broken.contains(channel) && !wanted.contains(channel)), now);
		if (!told.isEmpty()) {
			UUID id = this.mails.queue(this.links.offer(this.mail.draft(member, told), member.id(),
					told.stream().map(InterruptedChannel::reason), NoticeKind.INTERRUPTED));
			this.rows.settle(about(open, wanted::contains).stream().map(WarningRows.Open::id).toList(),
					WarningOutcome.MAILED, id, now);
		}
	}

	/** What nobody hears of that way goes to the admins (B-8). */
	private void passOver(List<WarningRows.Open> unsubscribed, Instant now) {
		if (!unsubscribed.isEmpty()) {
			settle(unsubscribed, WarningOutcome.UNSUBSCRIBED, now);
			this.warnings.warn(this.channels.unheard(channels(unsubscribed), now));
		}
	}

	private void settle(List<WarningRows.Open> warnings, WarningOutcome outcome, Instant now) {
		this.rows.settle(warnings.stream().map(WarningRows.Open::id).toList(), outcome, null, now);
	}

	private static List<UUID> expired(List<InterruptedChannel> interrupted) {
		return interrupted.stream()
			.filter((channel) -> channel.state() == ConnectionState.EXPIRED)
			.map(InterruptedChannel::id)
			.toList();
	}

	private static List<WarningRows.Open> about(List<WarningRows.Open> open, Predicate<UUID> channels) {
		return open.stream().filter((one) -> channels.test(one.channel())).toList();
	}

	private static Set<UUID> channels(List<WarningRows.Open> open) {
		return open.stream().map(WarningRows.Open::channel).collect(Collectors.toSet());
	}

	private static Set<UUID> ids(List<InterruptedChannel> channels) {
		return channels.stream().map(InterruptedChannel::id).collect(Collectors.toSet());
	}

}
