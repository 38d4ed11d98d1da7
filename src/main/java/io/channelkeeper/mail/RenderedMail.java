package io.channelkeeper.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.web.util.HtmlUtils;

/**
 * A mail as it will be read.
 *
 * @param subject one line
 * @param html a whole page
 * @param text the same without markup
 */
public record RenderedMail(String subject, String html, String text) {

	private static final Pattern PREHEADER = Pattern.compile("<div class=\"preheader\"[^>]*>([^<]*)</div>");

	/** What a list of mails shows beside the subject; nothing where that is missing. */
	public String preheader() {
		Matcher hidden = PREHEADER.matcher(this.html);
		return hidden.find() ? HtmlUtils.htmlUnescape(hidden.group(1)) : "";
	}

	@Override
	public String toString() {
		return "RenderedMail[…]";
	}

}
