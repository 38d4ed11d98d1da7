package io.channelkeeper.portfolio.web;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Leads back to the portfolio as it was filtered, with one line of what happened.
 */
@Component
class WayBack {

	private final MessageSource messages;

	WayBack(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * The way back.
	 * @param path where somebody came from; anything but the portfolio is left out
	 * @param key what is said there
	 */
	RedirectView to(@Nullable String path, String key, RedirectAttributes redirect, Locale language,
			Object... arguments) {
		redirect.addFlashAttribute("message", this.messages.getMessage(key, arguments, language));
		String own = (path != null && path.matches("/portfolio(\\?[\\x21-\\x7e]*)?")) ? path : "/portfolio";
		RedirectView view = new RedirectView(own, true);
		view.setExpandUriTemplateVariables(false);
		view.setStatusCode(HttpStatus.SEE_OTHER);
		return view;
	}

}
