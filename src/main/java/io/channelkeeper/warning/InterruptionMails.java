package io.channelkeeper.warning;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

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

	private final Mails mails;

	private final MemberService members;

	private final Clock clock;

	InterruptionMails(WarningRows rows, InterruptionWarnings warnings, InterruptedChannels channels,
			InterruptionMail mail, Mails mails, MemberService members, Clock clock) {
		this.rows = rows;
		this.warnings = warnings;
		this.channels = channels;
		this.mail = mail;
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
			this.warnings.warn(open.stream().map(WarningRows.Open::channel).toList());
		}
	}

	private void tell(Member member, List<WarningRows.Open> open, Instant now) {
		List<InterruptedChannel> interrupted = this.channels
			.of(open.stream().map(WarningRows.Open::channel).collect(Collectors.toSet()), now);
		Set<UUID> told = interrupted.stream().map(InterruptedChannel::id).collect(Collectors.toSet());
		settle(open.stream().filter((one) -> !told.contains(one.channel())).toList(), WarningOutcome.RECOVERED, now);
		if (!told.isEmpty()) {
			UUID id = this.mails.queue(this.mail.draft(member, interrupted));
			this.rows.settle(
					open.stream().filter((one) -> told.contains(one.channel())).map(WarningRows.Open::id).toList(),
					WarningOutcome.MAILED, id, now);
		}
	}

	private void settle(List<WarningRows.Open> warnings, WarningOutcome outcome, Instant now) {
		this.rows.settle(warnings.stream().map(WarningRows.Open::id).toList(), outcome, null, now);
	}

}
