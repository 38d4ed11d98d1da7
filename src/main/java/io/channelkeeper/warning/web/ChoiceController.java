package io.channelkeeper.warning.web;

import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.warning.NoticeChoice;
import io.channelkeeper.warning.NoticeChoices;

/**
 * What the member who is signed in hears of, by mail and inside the application.
 */
@Controller
@RequestMapping("/settings/notices")
class ChoiceController {

	private final NoticeChoices choices;

	private final MessageSource messages;

	ChoiceController(NoticeChoices choices, MessageSource messages) {
		this.choices = choices;
		this.messages = messages;
	}

	@GetMapping
	String page(Viewer viewer, Model model) {
		model.addAttribute("rows", ChoiceRow.of(this.choices.of(viewer)));
		return "warning/choices";
	}

	@PostMapping
	String save(Viewer viewer, @RequestParam List<NoticeChoice> choice, Locale language, RedirectAttributes redirect) {
		this.choices.choose(viewer, choice);
		redirect.addFlashAttribute("message", this.messages.getMessage("warning.choice.saved", null, language));
		return "redirect:/settings/notices";
	}

}
