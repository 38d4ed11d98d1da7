package io.channelkeeper.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
 * Hands mails to the mail server: takes one, sends it outside of any transaction, notes
 * how it went.
 */
@Component
class Postman {

	private static final Logger log = LoggerFactory.getLogger(Postman.class);

	private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5),
			Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4));

	/** Three days and some hours with the pauses above. */
	private static final int ATTEMPTS = 24;

	private final MailStore store;

	private final MailSeal seal;

	private final MailPacker packer;

	private final JavaMailSender sender;

	private final MailRefusals refusals;

	Postman(MailStore store, MailSeal seal, MailPacker packer, JavaMailSender sender, MailRefusals refusals) {
		this.store = store;
		this.seal = seal;
		this.packer = packer;
		this.sender = sender;
		this.refusals = refusals;
	}

	/**
	 * Sends one mail, if it is due and nobody else does.
	 * @param id this one only, or null for whichever is due first
	 * @return what became of it, or empty when there was none
	 */
	Optional<MailDelivery> send(@Nullable UUID id) {
		return this.store.claim(id).map(this::deliver);
	}

	private MailDelivery deliver(ClaimedMail mail) {
		try {
			MailContent content = this.seal.open(this.store.content(mail), mail);
			MimeMessagePreparator preparator = (MimeMessage message) -> this.packer.pack(message, mail, content);
			this.sender.send(preparator);
		}
		catch (UnreadableSecretException ex) {
			return postpone(mail, new SmtpTrouble(SmtpTrouble.Kind.NOT_NOW, "The key is missing"));
		}
		catch (Exception ex) {
			SmtpTrouble trouble = SmtpTrouble.of(ex);
			return (trouble.kind() == SmtpTrouble.Kind.REFUSED) ? refuse(mail, trouble) : postpone(mail, trouble);
		}
		this.store.sent(mail);
		log.info("Mail {} ({}) sent", mail.id(), mail.kind());
		return MailDelivery.SENT;
	}

	private MailDelivery refuse(ClaimedMail mail, SmtpTrouble trouble) {
		UUID organization = mail.organizationId();
		Tenancy.within((organization != null) ? organization : Tenancy.NOBODY,
				() -> this.refusals.refuse(mail, trouble.error()));
		log.warn("Mail {} ({}) refused", mail.id(), mail.kind());
		return MailDelivery.REFUSED;
	}

	private MailDelivery postpone(ClaimedMail mail, SmtpTrouble trouble) {
		if (mail.attempts() >= ATTEMPTS) {
			return refuse(mail, trouble);
		}
		this.store.later(mail, PAUSES.get(Math.min(mail.attempts(), PAUSES.size()) - 1), trouble.error());
		log.warn("Mail {} ({}) not taken yet, attempt {}", mail.id(), mail.kind(), mail.attempts());
		return (trouble.kind() == SmtpTrouble.Kind.UNREACHABLE) ? MailDelivery.UNREACHABLE : MailDelivery.LATER;
	}

}
