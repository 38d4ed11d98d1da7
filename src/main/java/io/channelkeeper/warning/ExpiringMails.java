package io.channelkeeper.warning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.mail.MailRefused;
import io.channelkeeper.mail.Mails;
import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.MemberService;
import io.channelkeeper.organization.Role;

/**
 * Tells a member in one mail a day of everything that ends soon, and beside it inside the
 * application. Both are written in the transaction that settles the warnings.
 */
@Component
class ExpiringMails {

	private static final Duration DAY = Duration.ofDays(1);

	private final WarningRows rows;

	private final ExpiringChannels channels;

	private final ExpiringMail mail;

	private final ExpiringNotices notices;

	private final UnsubscribeLinks links;

	private final Mails mails;

	private final WarningRules rules;

	private final MemberService members;

	private final Clock clock;

	ExpiringMails(WarningRows rows, ExpiringChannels channels, ExpiringMail mail, ExpiringNotices notices,
			UnsubscribeLinks links, Mails mails, WarningRules rules, MemberService members, Clock clock) {
		this.rows = rows;
		this.channels = channels;
		this.mail = mail;
		this.notices = notices;
		this.links = links;
		this.mails = mails;
		this.rules = rules;
		this.members = members;
		this.clock = clock;
	}

	/**
	 * Writes to a member of the bound organization, unless somebody did so meanwhile, or
	 * what is left can wait for the mail of tomorrow.
	 */
	@Transactional
	void send(UUID memberId) {
		Instant now = this.clock.instant();
		List<WarningRows.Open> open = this.rows.take(WarningKind.EXPIRING, memberId, Set.of());
		if (open.stream().allMatch((one) -> one.dueAt().isAfter(now))) {
			return;
		}
		Member member = this.members.get(memberId);
		if (!member.active()) {
			settle(ids(open), WarningOutcome.LEFT, now);
			this.rows.passToAdmins(ids(open), now);
			return;
		}
		List<ExpiringChannel> ending = this.channels.of(member, ids(open), now, now.plus(DAY));
		Set<UUID> standing = ending.stream().map(ExpiringChannel::warning).collect(Collectors.toSet());
		settle(ids(open).stream().filter((id) -> !standing.contains(id)).toList(), WarningOutcome.MOVED, now);
		if (ending.stream().allMatch((one) -> one.days() > 1)
				&& this.rows.isToldToday(WarningKind.EXPIRING, memberId, now)) {
			this.rows.waitForTomorrow(WarningKind.EXPIRING, memberId, this.rules.usualHour(), now);
		}
		else if (!ending.isEmpty()) {
			tell(member, ending, now);
		}
	}

	private void tell(Member member, List<ExpiringChannel> ending, Instant now) {
		this.notices.tell(member, ending);
		Set<UUID> known = this.rows.interruptionTold(member.id(), warnings(ending, (one) -> one.days() == 0));
		settle(known, WarningOutcome.TOLD, now);
		List<UUID> unwanted = warnings(ending, (one) -> !known.contains(one.warning()) && one.reason() == null);
		settle(unwanted, WarningOutcome.UNSUBSCRIBED, now);
		if (member.role() != Role.ADMIN && !unwanted.isEmpty()) {
			this.rows.passToAdmins(unwanted, now);
		}
		List<ExpiringChannel> told = ending.stream()
			.filter((one) -> !known.contains(one.warning()) && one.reason() != null)
			.toList();
		if (!told.isEmpty()) {
			UUID mailId = this.mails.queue(this.links.offer(this.mail.draft(member, told), member.id(),
					told.stream().map(ExpiringChannel::reason), NoticeKind.EXPIRING));
			this.rows.settle(warnings(told, (one) -> true), WarningOutcome.MAILED, mailId, now);
		}
	}

	/** A refused address reaches nobody. */
	@EventListener
	void on(MailRefused refused) {
		List<UUID> untold = this.rows.ofMail(refused.mailId());
		if (!untold.isEmpty()) {
			this.rows.passToAdmins(untold, this.clock.instant());
		}
	}

	private void settle(Collection<UUID> warnings, WarningOutcome outcome, Instant now) {
		if (!warnings.isEmpty()) {
			this.rows.settle(warnings, outcome, null, now);
		}
	}

	private static List<UUID> ids(List<WarningRows.Open> open) {
		return open.stream().map(WarningRows.Open::id).toList();
	}

	private static List<UUID> warnings(List<ExpiringChannel> channels, Predicate<ExpiringChannel> which) {
		return channels.stream().filter(which).map(ExpiringChannel::warning).toList();
	}

}
