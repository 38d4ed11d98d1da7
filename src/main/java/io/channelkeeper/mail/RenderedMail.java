package io.channelkeeper.mail;

/**
 * A mail as it will be read.
 *
 * @param subject one line
 * @param html a whole page
 * @param text the same without markup
 */
public record RenderedMail(String subject, String html, String text) {

	@Override
	public String toString() {
		return "RenderedMail[…]";
	}

}
