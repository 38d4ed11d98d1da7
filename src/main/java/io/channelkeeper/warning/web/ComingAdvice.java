package io.channelkeeper.warning.web;

import java.util.Locale;

import org.thymeleaf.context.LazyContextVariable;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Lets the organization's page show what its rules lead to. Only that page asks for it.
 */
@ControllerAdvice("io.channelkeeper.organization.web")
class ComingAdvice {

	private final ComingPages pages;

	ComingAdvice(ComingPages pages) {
		this.pages = pages;
	}

	@ModelAttribute("coming")
	LazyContextVariable<ComingView> coming(Locale language) {
		return new LazyView(this.pages, language);
	}

	/** Looked up when a template shows it, and then once. */
	private static final class LazyView extends LazyContextVariable<ComingView> {

		private final ComingPages pages;

		private final Locale language;

		LazyView(ComingPages pages, Locale language) {
			this.pages = pages;
			this.language = language;
		}

		@Override
		protected ComingView loadValue() {
			return this.pages.view(this.language);
		}

	}

}
