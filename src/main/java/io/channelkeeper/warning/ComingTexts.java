package io.channelkeeper.warning;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Says in one line who renews what.
 */
@Component
public class ComingTexts {

	private final MessageSource messages;

	ComingTexts(MessageSource messages) {
		this.messages = messages;
	}

	/** The line with the days that it is about. */
	public String line(ComingRenewals renewals, Locale language) {
		return this.messages.getMessage("warning.coming.line", new Object[] { sum(renewals, language) }, language);
	}

	/** The line without them; whoever renews nothing is not mentioned. */
	public String sum(ComingRenewals renewals, Locale language) {
		String parts = List
			.of(Map.entry("self", renewals.bySelf()), Map.entry("creators", renewals.byCreators()),
					Map.entry("members", renewals.byMembers()))
			.stream()
			.filter((part) -> part.getValue() > 0)
			.map((part) -> ", " + text("by-" + part.getKey(), part.getValue(), language))
			.collect(Collectors.joining());
		return text("renewals", renewals.all(), language) + parts;
	}

	private String text(String key, int count, Locale language) {
		return this.messages.getMessage("warning.coming." + key, new Object[] { count }, language);
	}

}
