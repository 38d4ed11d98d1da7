package io.channelkeeper.mail;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.UUID;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.springframework.stereotype.Component;

import io.channelkeeper.support.EmailAddress;

/**
 * Puts a mail into the form in which it travels.
 */
@Component
class MailPacker {

	private static final String UTF_8 = StandardCharsets.UTF_8.name();

	private final EmailAddress from;

	private final Clock clock;

	MailPacker(MailProperties properties, Clock clock) {
		this.from = properties.from();
		this.clock = clock;
	}

	void pack(MimeMessage message, ClaimedMail mail, MailContent content) throws Exception {
		message.setHeader("Message-ID", messageId(mail.id()));
		message.setSentDate(Date.from(this.clock.instant()));
		String name = (content.fromName() != null) ? HeaderText.clean(content.fromName(), 100) : "Channelkeeper";
		message.setFrom(new InternetAddress(this.from.value(), name, UTF_8));
		message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient()));
		if (content.replyTo() != null) {
			message.setReplyTo(new InternetAddress[] { new InternetAddress(content.replyTo()) });
		}
		message.setSubject(mail.subject(), UTF_8);
		message.setHeader("Content-Language", content.language());
		if (content.automatic()) {
			message.setHeader("Auto-Submitted", "auto-generated");
		}
		if (content.unsubscribe() != null) {
			message.setHeader("List-Unsubscribe", "<" + content.unsubscribe() + ">");
			message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
		}
		message
			.setContent(new MimeMultipart("alternative", part(content.text(), "plain"), part(content.html(), "html")));
		message.saveChanges();
		message.setHeader("Message-ID", messageId(mail.id()));
	}

	/** The same for every attempt, so that a second copy can be told. */
	private String messageId(UUID mail) {
		String address = this.from.value();
		return "<" + mail + address.substring(address.indexOf('@')) + ">";
	}

	private static MimeBodyPart part(String content, String subtype) throws MessagingException {
		MimeBodyPart part = new MimeBodyPart();
		part.setText(content, UTF_8, subtype);
		return part;
	}

}
