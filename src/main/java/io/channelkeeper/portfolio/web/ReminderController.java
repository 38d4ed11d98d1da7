package io.channelkeeper.portfolio.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.ReminderService;

/**
 * Reminds the selected creators.
 */
@Controller
class ReminderController {

	private final ReminderService reminders;

	private final MessageSource messages;

	ReminderController(ReminderService reminders, MessageSource messages) {
		this.reminders = reminders;
		this.messages = messages;
	}

	@PostMapping("/portfolio/remind")
	String remind(Viewer viewer, @RequestParam(required = false) @Nullable List<UUID> creator, Locale language,
			RedirectAttributes redirect) {
		int sent = this.reminders.remind(viewer, (creator != null) ? creator : List.of());
		redirect.addFlashAttribute("message",
				this.messages.getMessage("portfolio.reminded", new Object[] { sent }, language));
		return "redirect:/portfolio";
	}

}
