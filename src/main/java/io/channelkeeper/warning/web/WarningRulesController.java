package io.channelkeeper.warning.web;

import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.warning.WarningRules;

/**
 * Lets an admin say when the organization is warned that connections end. The form stands
 * on the organization's page, and alone where something is wrong with it.
 */
@Controller
@RequestMapping("/admin/organization/warnings")
class WarningRulesController {

	private static final String BACK = "redirect:/admin/organization#warnings";

	private final WarningRules rules;

	private final WarningRulesPages pages;

	private final MessageSource texts;

	WarningRulesController(WarningRules rules, WarningRulesPages pages, MessageSource texts) {
		this.rules = rules;
		this.pages = pages;
		this.texts = texts;
	}

	/** For whoever loads the answer to a refused form again. */
	@GetMapping
	String page(Viewer viewer) {
		viewer.require(Action.ADMINISTER);
		return BACK;
	}

	@PostMapping
	String save(Viewer viewer, @RequestParam Map<String, String> sent, Model model, Locale language,
			HttpServletResponse response, RedirectAttributes redirect) {
		viewer.require(Action.ADMINISTER);
		WarningRulesForm form = this.pages.form(sent);
		if (form.wrong()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("warningRules", form);
			return "warning/rules";
		}
		this.rules.set(viewer, form.rules(), form.chosenHour());
		this.rules.setRenewalMails(viewer, form.renewalMails());
		redirect.addFlashAttribute("message", this.texts.getMessage("warning.rules.saved", null, language));
		return BACK;
	}

}
