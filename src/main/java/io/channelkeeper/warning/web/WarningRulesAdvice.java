package io.channelkeeper.warning.web;

import java.util.Map;

import org.thymeleaf.context.LazyContextVariable;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Lets the organization's page show when it is warned. Only that page asks for it.
 */
@ControllerAdvice("io.channelkeeper.organization.web")
class WarningRulesAdvice {

	private final WarningRulesPages pages;

	WarningRulesAdvice(WarningRulesPages pages) {
		this.pages = pages;
	}

	@ModelAttribute("warningRules")
	LazyContextVariable<WarningRulesForm> warningRules() {
		return new LazyRules(this.pages);
	}

	/** Looked up when a template shows it, and then once. */
	private static final class LazyRules extends LazyContextVariable<WarningRulesForm> {

		private final WarningRulesPages pages;

		LazyRules(WarningRulesPages pages) {
			this.pages = pages;
		}

		@Override
		protected WarningRulesForm loadValue() {
			return this.pages.form(Map.of());
		}

	}

}
