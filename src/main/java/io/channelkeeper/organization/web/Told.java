package io.channelkeeper.organization.web;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Says on the next page what was done.
 */
@Component
class Told {

	private final MessageSource messages;

	Told(MessageSource messages) {
		this.messages = messages;
	}

	/** Never tell a secret: this waits in the session. */
	void tell(RedirectAttributes redirect, String key, Object... arguments) {
		redirect.addFlashAttribute("message",
				this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale()));
	}

}
