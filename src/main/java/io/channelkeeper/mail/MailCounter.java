package io.channelkeeper.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Serves one mail after the other, the oldest first, and draws from how that goes what it
 * says of the server. A server that takes none is tried with one mail at a time: with the
 * oldest, and where the trouble may lie in that one, with the newest as well.
 */
@Component
class MailCounter {

	private static final Logger log = LoggerFactory.getLogger(MailCounter.class);

	private final MailGate gate;

	private final MailStore store;

	private final Postman postman;

	private final TransactionTemplate transaction;

	private final Clock clock;

	MailCounter(MailGate gate, MailStore store, Postman postman, PlatformTransactionManager transactions, Clock clock) {
		this.gate = gate;
		this.store = store;
		this.postman = postman;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/**
	 * Hands over the next mail, if there is one and it may leave now.
	 * @return what was to be done; its mail is null where nothing was
	 */
	MailTurn serve() {
		MailTurn turn = Objects.requireNonNull(this.transaction.execute((status) -> {
			MailTurn next = next();
			if (next.mail() == null) {
				status.setRollbackOnly();
			}
			return next;
		}));
		ClaimedMail mail = turn.mail();
		if (mail != null) {
			learn(mail, this.postman.deliver(mail), turn.isTry());
		}
		return turn;
	}

	/** The right to hand one over is taken back where there is none. */
	private MailTurn next() {
		MailGate.State state = this.gate.state();
		if (state.isClosed(this.clock.instant())) {
			return MailTurn.NONE;
		}
		if (!this.gate.takeSlot()) {
			return MailTurn.notBefore(this.gate.state().nextAt());
		}
		if (!state.isTroubled()) {
			return this.store.claim().map((mail) -> new MailTurn(mail, false, null)).orElse(MailTurn.NONE);
		}
		Optional<ClaimedMail> oldest = this.gate.takeTry() ? this.store.claimOldest() : Optional.empty();
		return oldest.map((mail) -> new MailTurn(mail, true, null)).orElse(MailTurn.NONE);
	}

	private void learn(ClaimedMail mail, @Nullable SmtpTrouble trouble, boolean isTry) {
		if (trouble == null || trouble.kind() == SmtpTrouble.Kind.REFUSED) {
			open();
		}
		else if (trouble.kind() == SmtpTrouble.Kind.UNREACHABLE) {
			close(trouble, isTry);
		}
		else if (isTry) {
			tryAnother(mail, trouble);
		}
		else if (trouble.kind() == SmtpTrouble.Kind.NOT_NOW && mail.pauses() == 0) {
			this.gate.doubt(trouble.error());
		}
	}

	private void tryAnother(ClaimedMail first, SmtpTrouble trouble) {
		ClaimedMail other = this.store.claimNewestBut(first).orElse(null);
		SmtpTrouble next = (other != null) ? this.postman.deliver(other) : trouble;
		if (next == null || next.kind() == SmtpTrouble.Kind.REFUSED) {
			open();
		}
		else {
			close(next, true);
		}
	}

	private void close(SmtpTrouble trouble, boolean isTry) {
		if (isTry) {
			this.gate.keepClosed(trouble.error());
		}
		else {
			this.gate.close(trouble.error());
		}
		log.warn("The mail server takes no mails: {}", trouble.error());
	}

	/** What waited for the server goes on, the oldest first. */
	private void open() {
		MailGate.State state = this.gate.state();
		if (!state.isTroubled() && state.doubts() == 0) {
			return;
		}
		this.transaction.executeWithoutResult((status) -> {
			if (this.gate.open()) {
				this.store.release();
				log.info("The mail server takes mails again, after {} tries", state.tries() + 1);
			}
		});
	}

	/** Gives up what has waited for days for a server that was tried lately. */
	void giveUp() {
		MailGate.State state = this.gate.state();
		Instant now = this.clock.instant();
		if (!state.isClosed(now)) {
			return;
		}
		String error = (state.error() != null) ? state.error() : "";
		Instant tooOld = now.minus(Postman.PATIENCE);
		for (Optional<ClaimedMail> mail = this.store.claimOlderThan(tooOld); mail
			.isPresent(); mail = this.store.claimOlderThan(tooOld)) {
			this.postman.refuse(mail.get(), error);
		}
	}

}
