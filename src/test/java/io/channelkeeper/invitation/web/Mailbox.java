package io.channelkeeper.invitation.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import io.channelkeeper.TestEnvironment;

import static org.awaitility.Awaitility.await;

/**
 * What arrived at an address.
 */
public final class Mailbox {

	private Mailbox() {
	}

	/** The newest mail to an address, as soon as there are so many. */
	public static MimeMessage newest(String recipient, int count) {
		await().atMost(Duration.ofSeconds(15)).until(() -> all(recipient).size() >= count);
		return all(recipient).getLast();
	}

	public static List<MimeMessage> all(String recipient) {
		List<MimeMessage> found = new ArrayList<>();
		for (MimeMessage mail : TestEnvironment.MAIL.getReceivedMessages()) {
			try {
				if (((InternetAddress) mail.getAllRecipients()[0]).getAddress().equals(recipient)) {
					found.add(mail);
				}
			}
			catch (MessagingException ex) {
				throw new IllegalStateException(ex);
			}
		}
		return found;
	}

	/** One of its texts: the plain one is the first, the page the second. */
	public static String part(MimeMessage mail, int index) throws Exception {
		return text(((Multipart) mail.getContent()).getBodyPart(index).getContent()).replace("\r\n", "\n");
	}

	/** All its texts, markup included. */
	public static String text(MimeMessage mail) throws Exception {
		return text(mail.getContent());
	}

	private static String text(Object content) throws Exception {
		if (!(content instanceof Multipart parts)) {
			return content.toString();
		}
		StringBuilder text = new StringBuilder();
		for (int index = 0; index < parts.getCount(); index++) {
			BodyPart part = parts.getBodyPart(index);
			text.append(text(part.getContent())).append('\n');
		}
		return text.toString();
	}

}
