package io.channelkeeper.portfolio.web;

import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.CreatorPageService;

/**
 * Shows one creator: the channels and what can be done about them (P-3), and what
 * happened.
 */
@Controller
class CreatorPageController {

	private final CreatorPageService creators;

	private final CreatorViews views;

	CreatorPageController(CreatorPageService creators, CreatorViews views) {
		this.creators = creators;
		this.views = views;
	}

	@GetMapping("/creators/{id}")
	String overview(Viewer viewer, @PathVariable UUID id, Locale language, Model model) {
		model.addAttribute("view", this.views.view(this.creators.page(viewer, id), viewer, language));
		return "portfolio/creator";
	}

	/** The part that changes by itself; 204 while it is the same as the page shows. */
	@GetMapping("/creators/{id}/live")
	@Nullable String live(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String version, Locale language,
			Model model, HttpServletResponse response) {
		CreatorView view = this.views.view(this.creators.page(viewer, id), viewer, language);
		if (view.version().equals(version)) {
			response.setStatus(HttpStatus.NO_CONTENT.value());
			return null;
		}
		model.addAttribute("view", view);
		return "portfolio/creator-live :: live";
	}

	@GetMapping("/creators/{id}/history")
	String history(Viewer viewer, @PathVariable UUID id, Locale language, Model model) {
		model.addAttribute("view", this.views.view(this.creators.page(viewer, id), viewer, language));
		model.addAttribute("history", this.views.history(this.creators.history(id), viewer, language));
		return "portfolio/history";
	}

}
