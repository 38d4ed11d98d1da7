package io.channelkeeper.portfolio.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.Reminded;
import io.channelkeeper.portfolio.ReminderService;

/**
 * Reminds the selected creators.
 */
@Controller
class ReminderController {

	private final ReminderService reminders;

	private final WayBack wayBack;

	ReminderController(ReminderService reminders, WayBack wayBack) {
		this.reminders = reminders;
		this.wayBack = wayBack;
	}

	@PostMapping("/portfolio/remind")
	RedirectView remind(Viewer viewer, @RequestParam(required = false) @Nullable List<UUID> creator,
			@RequestParam(required = false) @Nullable String back, Locale language, RedirectAttributes redirect) {
		Reminded reminded = this.reminders.remind(viewer, (creator != null) ? creator : List.of());
		String key = reminded.isNobody() ? "portfolio.reminded.nobody" : "portfolio.reminded";
		return this.wayBack.to(back, key, redirect, language, reminded.sent(), reminded.withoutAddress());
	}

}
