package io.channelkeeper.mail;

import java.util.regex.Pattern;

import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes a mail from its pair of templates.
 */
@Component
class MailRenderer {

	/** All but line ends, tabs, and what joins letters and emoji. */
	private static final Pattern MARKS = Pattern
		.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\\n\\r\\t\\u200C\\u200D]]");

	private final ITemplateEngine templates;

	private final MessageSource messages;

	MailRenderer(ITemplateEngine templates, MessageSource messages) {
		this.templates = templates;
		this.messages = messages;
	}

	RenderedMail render(MailDraft draft) {
		String subject = HeaderText.clean(this.messages.getMessage("mail." + draft.template() + ".subject",
				draft.subjectArguments(), draft.language()), 200);
		Context context = new Context(draft.language(), draft.model());
		context.setVariable("subject", subject);
		context.setVariable("sender",
				(draft.fromName() != null) ? HeaderText.clean(draft.fromName(), 100) : "Channelkeeper");
		context.setVariable("unsubscribe", (draft.unsubscribe() != null) ? draft.unsubscribe().toString() : null);
		String html = this.templates.process("mail/" + draft.template(), context);
		String text = this.templates.process("mail/" + draft.template() + ".txt", context);
		return new RenderedMail(subject, withoutMarks(html), withoutMarks(text));
	}

	/** Whatever the templates were given: nothing in a mail turns or hides its text. */
	private static String withoutMarks(String written) {
		return MARKS.matcher(written).replaceAll("");
	}

}
