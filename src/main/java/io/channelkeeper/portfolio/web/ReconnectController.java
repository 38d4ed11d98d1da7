package io.channelkeeper.portfolio.web;

import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.ReconnectService;

/**
 * Shows what is interrupted and whose move it is (H-18).
 */
@Controller
class ReconnectController {

	private final ReconnectService interruptions;

	private final ReconnectViews views;

	ReconnectController(ReconnectService interruptions, ReconnectViews views) {
		this.interruptions = interruptions;
		this.views = views;
	}

	@GetMapping(ReconnectMoves.PAGE)
	String list(Viewer viewer, @RequestParam(required = false) @Nullable UUID after, Locale language, Model model) {
		show(view(viewer, after, language), after, model);
		return "portfolio/reconnect";
	}

	/** The part that changes by itself; 204 while it is the same as the page shows. */
	@GetMapping(ReconnectMoves.PAGE + "/live")
	@Nullable String live(Viewer viewer, @RequestParam(required = false) @Nullable UUID after,
			@RequestParam(defaultValue = "") String version, Locale language, Model model,
			HttpServletResponse response) {
		ReconnectView view = view(viewer, after, language);
		if (view.version().equals(version)) {
			response.setStatus(HttpStatus.NO_CONTENT.value());
			return null;
		}
		show(view, after, model);
		return "portfolio/reconnect-live :: live";
	}

	private ReconnectView view(Viewer viewer, @Nullable UUID after, Locale language) {
		return this.views.view(this.interruptions.page(viewer, after), after, viewer, language);
	}

	private static void show(ReconnectView view, @Nullable UUID after, Model model) {
		model.addAttribute("view", view);
		model.addAttribute("after", after);
	}

}
