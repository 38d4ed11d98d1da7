package io.channelkeeper.warning.web;

import java.util.Locale;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import io.channelkeeper.support.web.LazyVariable;

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
	LazyVariable<ComingView> coming(Locale language) {
		return new LazyVariable<>(() -> this.pages.view(language));
	}

}
