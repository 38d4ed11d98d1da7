package io.channelkeeper.mail;

/**
 * A mail with made-up content, to see what it looks like. What it is called and when it
 * is sent stand under {@code mail.<template>.name} and {@code mail.<template>.when}.
 *
 * @param audience who gets such mails
 * @param draft the mail
 */
public record MailSample(Audience audience, MailDraft draft) {

	/** Who gets mails of one kind. */
	public enum Audience {

		CREATORS, MEMBERS

	}

}
