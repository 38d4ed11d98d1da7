package io.channelkeeper.invitation;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.invitation.InvitationRefusedException.Reason;
import io.channelkeeper.mail.MailDraft;
import io.channelkeeper.mail.Mails;
import io.channelkeeper.support.BaseUrl;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.SecretToken;

/**
 * Gets links to creators: by mail, or into a member's hands.
 */
@Component
class InvitationPost {

	private final ConnectLinks links;

	private final Letters letters;

	private final Mails mails;

	private final BaseUrl baseUrl;

	private final Clock clock;

	InvitationPost(ConnectLinks links, Letters letters, Mails mails, BaseUrl baseUrl, Clock clock) {
		this.links = links;
		this.letters = letters;
		this.mails = mails;
		this.baseUrl = baseUrl;
		this.clock = clock;
	}

	/**
	 * Sends a mail with a link of its own.
	 * @param byItself whether the clock does it, not a person
	 * @return the creator's name
	 * @throws InvitationRefusedException if there is no address
	 */
	String send(InvitationEntity invitation, LinkVia via, boolean byItself) {
		mail(invitation, via, byItself);
		return addressee(invitation);
	}

	/**
	 * The same.
	 * @return the mail's id
	 */
	UUID mail(InvitationEntity invitation, LinkVia via, boolean byItself) {
		EmailAddress recipient = invitation.recipient();
		if (recipient == null) {
			throw new InvitationRefusedException(Reason.NO_ADDRESS);
		}
		Letter letter = this.letters.write(invitation);
		SecretToken token = this.links.make(invitation, via);
		MailDraft draft = draft(template(via, letter), recipient, letter, invitation.language(), address(token));
		UUID mail = this.mails.queue(byItself ? draft.byItself() : draft);
		this.links.travelsIn(token, mail);
		invitation.mailed(this.clock.instant());
		return mail;
	}

	private static String template(LinkVia via, Letter letter) {
		if (letter.renewal() != null) {
			return (via == LinkVia.REMINDER) ? "renewal-reminder" : "renewal";
		}
		return (via == LinkVia.REMINDER) ? "reminder" : "invitation";
	}

	/** The creator's name. */
	String addressee(InvitationEntity invitation) {
		return this.letters.write(invitation).creator().name();
	}

	FreshLink link(InvitationEntity invitation, LinkVia via) {
		URI address = address(this.links.make(invitation, via));
		Letter letter = this.letters.write(invitation);
		return new FreshLink(invitation.id(), letter, address,
				this.letters.message(letter, address, invitation.language()));
	}

	void endLinks(InvitationEntity invitation) {
		this.links.endAll(invitation);
	}

	/** A mail without a link: the preparation, or how to switch the account (I-13). */
	void sendWithoutLink(String template, EmailAddress recipient, Letter letter, Locale language) {
		this.mails.queue(draft(template, recipient, letter, language, null));
	}

	/** The words of a mail without a link, to be copied. */
	String text(String template, Letter letter, Locale language) {
		return this.mails.render(draft(template, letter.sender().email(), letter, language, null)).text().strip();
	}

	static MailDraft draft(String template, EmailAddress recipient, Letter letter, Locale language,
			@Nullable URI link) {
		List<Object> subject = (link != null) ? letter.subject(language) : letter.asked();
		Map<String, Object> model = (link != null)
				? Map.of("letter", letter, "link", link.toString(), "subjectArguments", subject)
				: Map.of("letter", letter, "subjectArguments", subject);
		return new MailDraft(letter.organization().id(), template.toUpperCase(Locale.ROOT), recipient,
				letter.organization().name(), letter.sender().email(), language, template, model);
	}

	private URI address(SecretToken token) {
		return this.baseUrl.of("/connect/" + token.value());
	}

}
