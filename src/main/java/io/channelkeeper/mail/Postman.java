package io.channelkeeper.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessagePreparator;
import org.springframework.stereotype.Component;

import io.channelkeeper.support.Tenancy;
import io.channelkeeper.support.UnreadableSecretException;

/**
 * Hands a mail to the mail server, outside of any transaction, and notes in the mail's
 * row how that went.
 */
@Component
class Postman {

	private static final Logger log = LoggerFactory.getLogger(Postman.class);

	/** Whatever could not be handed over for so long is given up (RFC 5321, 4.5.4.1). */
	static final Duration PATIENCE = Duration.ofDays(4);

	private final MailStore store;

	private final MailSeal seal;

	private final MailPacker packer;

	private final JavaMailSender sender;

	private final MailRefusals refusals;

	private final Clock clock;

	Postman(MailStore store, MailSeal seal, MailPacker packer, JavaMailSender sender, MailRefusals refusals,
			Clock clock) {
		this.store = store;
		this.seal = seal;
		this.packer = packer;
		this.sender = sender;
		this.refusals = refusals;
		this.clock = clock;
	}

	/**
	 * Tries once.
	 * @return why it was not taken, or null if it was
	 */
	@Nullable SmtpTrouble deliver(ClaimedMail mail) {
		SmtpTrouble trouble = handOver(mail);
		if (trouble == null) {
			this.store.sent(mail);
			log.info("Mail {} ({}) sent", mail.id(), mail.kind());
			return null;
		}
		switch (trouble.kind()) {
			case REFUSED -> refuse(mail, trouble.error());
			case UNREACHABLE -> this.store.putBack(mail, trouble.error());
			case NOT_NOW, UNREADABLE -> postpone(mail, trouble);
		}
		return trouble;
	}

	private @Nullable SmtpTrouble handOver(ClaimedMail mail) {
		byte[] sealed = this.store.content(mail);
		try {
			MailContent content = this.seal.open(sealed, mail);
			MimeMessagePreparator preparator = (MimeMessage message) -> this.packer.pack(message, mail, content);
			this.sender.send(preparator);
			return null;
		}
		catch (UnreadableSecretException ex) {
			return new SmtpTrouble(SmtpTrouble.Kind.UNREADABLE, "The key is missing");
		}
		catch (Exception ex) {
			return SmtpTrouble.isAfterwards(ex) ? null : SmtpTrouble.of(ex);
		}
	}

	/** Gives a mail up. */
	void refuse(ClaimedMail mail, String error) {
		UUID organization = mail.organizationId();
		Tenancy.within((organization != null) ? organization : Tenancy.NOBODY, () -> this.refusals.refuse(mail, error));
		log.warn("Mail {} ({}) refused", mail.id(), mail.kind());
	}

	private void postpone(ClaimedMail mail, SmtpTrouble trouble) {
		if (mail.createdAt().isBefore(this.clock.instant().minus(PATIENCE))) {
			refuse(mail, trouble.error());
			return;
		}
		this.store.later(mail, MailPauses.ofMail(mail.pauses()), trouble.error());
		log.warn("Mail {} ({}) not taken yet, attempt {}", mail.id(), mail.kind(), mail.attempts());
	}

}
