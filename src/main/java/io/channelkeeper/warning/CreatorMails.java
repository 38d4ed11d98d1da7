package io.channelkeeper.warning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.creator.Creator;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.invitation.AutomaticRenewals;
import io.channelkeeper.invitation.MailedRenewal;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.warning.CreatorWarningRows.Open;

/**
 * Asks a creator in one mail to renew everything that is due, or says why not (B-2). The
 * mail is queued in the transaction that settles the warnings.
 */
@Component
class CreatorMails {

	/** Between two mails, but for the last two days: 72 hours. */
	static final Duration REST = Duration.ofDays(3);

	/** A clock that changes, and rounds that come a little later, make no difference. */
	static final Duration NEARLY = Duration.ofHours(2);

	/** Not even on the last days anybody is asked twice for the same within this. */
	private static final Duration JUST = Duration.ofHours(1);

	/** What an address refused before is sent to it again. */
	private static final Duration REFUSED = Duration.ofDays(30);

	private final CreatorWarningRows rows;

	private final CreatorChannels channels;

	private final AutomaticRenewals renewals;

	private final CreatorService creators;

	private final WarningRules rules;

	private final Clock clock;

	CreatorMails(CreatorWarningRows rows, CreatorChannels channels, AutomaticRenewals renewals, CreatorService creators,
			WarningRules rules, Clock clock) {
		this.rows = rows;
		this.channels = channels;
		this.renewals = renewals;
		this.creators = creators;
		this.rules = rules;
		this.clock = clock;
	}

	/**
	 * Writes to a creator of the bound organization, unless somebody did so meanwhile.
	 * @param held providers of whose channels nobody is told that they broke
	 */
	@Transactional
	void send(UUID creatorId, Set<ProviderId> held) {
		Instant now = this.clock.instant();
		List<Open> open = this.rows.take(creatorId, held);
		if (open.stream().allMatch((one) -> one.dueAt().isAfter(now))) {
			return;
		}
		Creator creator = this.creators.get(creatorId);
		RenewableChannels own = this.channels.of(creator, held);
		open = without(open, (one) -> !own.stands(one) && one.days() != null, CreatorOutcome.MOVED, now);
		open = without(open, (one) -> !own.stands(one), CreatorOutcome.RECOVERED, now);
		open = without(open, own::isDeclined, CreatorOutcome.DECLINED, now);
		CreatorOutcome obstacle = obstacle(creator, now);
		if (obstacle != null) {
			this.rows.settle(open, obstacle, now);
		}
		else if (!open.isEmpty() && isTime(creatorId, open, own, now)) {
			ask(creatorId, open, own, now);
		}
	}

	private @Nullable CreatorOutcome obstacle(Creator creator, Instant now) {
		if (!this.rules.renewalMails()) {
			return CreatorOutcome.OFF;
		}
		return (creator.email() == null) ? CreatorOutcome.NO_ADDRESS
				: this.renewals.isRefused(creator, now.minus(REFUSED)) ? CreatorOutcome.REFUSED : null;
	}

	/** Whether the creator may be written to; if not, it is settled what that means. */
	private boolean isTime(UUID creatorId, List<Open> open, RenewableChannels own, Instant now) {
		Map<UUID, Instant> mailed = this.renewals.mailed(creatorId, now.minus(REST));
		Optional<Instant> last = mailed.values().stream().max(Comparator.naturalOrder());
		if (last.isEmpty() || open.stream().anyMatch((one) -> isUrgent(one, mailed.get(one.channel()), own, now))) {
			return true;
		}
		Instant next = last.get().plus(REST);
		boolean soon = !next.isAfter(now.plus(NEARLY));
		this.rows.postpone(without(open,
				(one) -> !soon && mailed.containsKey(one.channel()) && own.state(one) != ConnectionState.INVALID,
				CreatorOutcome.TOO_SOON, now), next);
		return false;
	}

	private static boolean isUrgent(Open one, @Nullable Instant mailed, RenewableChannels own, Instant now) {
		boolean told = mailed != null && (mailed.isAfter(now.minus(JUST))
				|| (own.state(one) == ConnectionState.EXPIRED && !mailed.isBefore(one.about())));
		return one.isLast() && !told;
	}

	private void ask(UUID creatorId, List<Open> open, RenewableChannels own, Instant now) {
		Optional<MailedRenewal> mail = this.renewals.mail(creatorId, own.wanted(open, now));
		List<Open> asked = without(open,
				(one) -> mail.filter((sent) -> sent.channels().contains(one.channel())).isEmpty(),
				CreatorOutcome.NO_WAY, now);
		mail.ifPresent((sent) -> this.rows.mailed(asked, sent.mailId(), now));
	}

	/** Settles some and answers the others. */
	private List<Open> without(List<Open> open, Predicate<Open> some, CreatorOutcome outcome, Instant now) {
		this.rows.settle(open.stream().filter(some).toList(), outcome, now);
		return open.stream().filter(some.negate()).toList();
	}

}
