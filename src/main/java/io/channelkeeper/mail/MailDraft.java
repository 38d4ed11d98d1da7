package io.channelkeeper.mail;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.support.EmailAddress;

/**
 * A mail before it is written. The template's name says which pair
 * {@code templates/mail/<template>.html} and {@code .txt} and which subject
 * {@code mail.<template>.subject} it takes.
 *
 * @param organizationId whose mail it is, or null where there is no organization yet
 * @param kind the word for what it is about, such as {@code INVITATION}
 * @param recipient who gets it
 * @param fromName the name beside our address, usually the organization's, or null
 * @param replyTo who gets the answers, or null
 * @param language in which it is written
 * @param template the template's name
 * @param model what the template shows; {@code subjectArguments} is the list of what the
 * subject names
 * @param automatic whether no person's act caused it (RFC 3834), see {@link #byItself()}
 * @param unsubscribe where the recipient can end mails of its kind with one click (RFC
 * 8058), or null where there is no choice
 */
public record MailDraft(@Nullable UUID organizationId, String kind, EmailAddress recipient, @Nullable String fromName,
		@Nullable EmailAddress replyTo, Locale language, String template, Map<String, Object> model, boolean automatic,
		@Nullable URI unsubscribe) {

	public MailDraft {
		model = Map.copyOf(model);
	}

	/** A mail that somebody caused by what they just did. */
	public MailDraft(@Nullable UUID organizationId, String kind, EmailAddress recipient, @Nullable String fromName,
			@Nullable EmailAddress replyTo, Locale language, String template, Map<String, Object> model) {
		this(organizationId, kind, recipient, fromName, replyTo, language, template, model, false, null);
	}

	/**
	 * The same mail, marked as sent by the clock: out-of-office machines leave it alone.
	 */
	public MailDraft byItself() {
		return new MailDraft(this.organizationId, this.kind, this.recipient, this.fromName, this.replyTo, this.language,
				this.template, this.model, true, this.unsubscribe);
	}

	/**
	 * The same mail, from which the recipient can unsubscribe.
	 * @param address a page of ours that takes a POST without a cookie
	 */
	public MailDraft unsubscribable(URI address) {
		return new MailDraft(this.organizationId, this.kind, this.recipient, this.fromName, this.replyTo, this.language,
				this.template, this.model, this.automatic, address);
	}

	Object[] subjectArguments() {
		return (this.model.get("subjectArguments") instanceof List<?> arguments) ? arguments.toArray() : new Object[0];
	}

	@Override
	public String toString() {
		return "MailDraft[" + this.kind + "]";
	}

}
