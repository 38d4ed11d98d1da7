package io.channelkeeper.calendar.web;

import java.net.URI;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.channelkeeper.calendar.CalendarAddresses;
import io.channelkeeper.organization.Viewer;

/**
 * Where a member gets the address of one's calendar, renews it and ends it.
 */
@Controller
@RequestMapping("/settings/calendar")
class CalendarController {

	private static final String PAGE = "calendar/calendar";

	private final CalendarAddresses addresses;

	private final MessageSource messages;

	CalendarController(CalendarAddresses addresses, MessageSource messages) {
		this.addresses = addresses;
		this.messages = messages;
	}

	@GetMapping
	String page(Viewer viewer, Model model) {
		model.addAttribute("since", this.addresses.since(viewer).orElse(null));
		return PAGE;
	}

	/** Shows the address at once: a secret never waits in the session. */
	@PostMapping
	String make(Viewer viewer, Model model) {
		URI address = this.addresses.make(viewer);
		model.addAttribute("address", address);
		model.addAttribute("subscribe", "webcal:" + address.getSchemeSpecificPart());
		model.addAttribute("since", this.addresses.since(viewer).orElse(null));
		return PAGE;
	}

	@PostMapping("/end")
	String end(Viewer viewer, RedirectAttributes redirect, Locale locale) {
		this.addresses.end(viewer);
		redirect.addFlashAttribute("message", this.messages.getMessage("calendar.ended", null, locale));
		return "redirect:/settings/calendar";
	}

}
