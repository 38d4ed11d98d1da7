package io.channelkeeper.mail;

import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes a mail from its pair of templates.
 */
@Component
class MailRenderer {

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
		return new RenderedMail(subject, html, text);
	}

}
