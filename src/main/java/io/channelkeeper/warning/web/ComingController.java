package io.channelkeeper.warning.web;

import java.util.Locale;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Shows everybody in the organization what will be sent to whom in the next 30 days.
 */
@Controller
class ComingController {

	private final ComingPages pages;

	ComingController(ComingPages pages) {
		this.pages = pages;
	}

	@GetMapping("/connections/coming")
	String coming(Locale language, Model model) {
		model.addAttribute("coming", this.pages.view(language));
		return "warning/coming";
	}

}
