package io.channelkeeper.warning.web;

import java.util.Map;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import io.channelkeeper.support.web.LazyVariable;

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
	LazyVariable<WarningRulesForm> warningRules() {
		return new LazyVariable<>(() -> this.pages.form(Map.of()));
	}

}
