package io.channelkeeper.picture.web;

import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.channelkeeper.connection.NetworkDesk;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.picture.PictureRuns;

/**
 * Shows admins what works in the background, and lets them stop it.
 */
@Controller
@RequestMapping("/admin/jobs")
class JobsController {

	private static final String BACK = "redirect:/admin/jobs";

	private final PictureRuns runs;

	private final NetworkDesk networks;

	private final JobsViews views;

	JobsController(PictureRuns runs, NetworkDesk networks, JobsViews views) {
		this.runs = runs;
		this.networks = networks;
		this.views = views;
	}

	@GetMapping
	String page(Viewer viewer, Model model, Locale language) {
		model.addAttribute("view", view(viewer, language));
		return "picture/jobs";
	}

	/** The part that changes by itself; 204 while it is the same as the page shows. */
	@GetMapping("/live")
	@Nullable String live(Viewer viewer, @RequestParam(defaultValue = "") String version, Model model, Locale language,
			HttpServletResponse response) {
		JobsView view = view(viewer, language);
		if (view.version().equals(version)) {
			response.setStatus(HttpStatus.NO_CONTENT.value());
			return null;
		}
		model.addAttribute("view", view);
		return "picture/jobs-live :: live";
	}

	@PostMapping("/{run}/stop")
	String stop(Viewer viewer, @PathVariable UUID run) {
		this.runs.stop(viewer, run);
		return BACK;
	}

	@PostMapping("/{run}/continue")
	String resume(Viewer viewer, @PathVariable UUID run) {
		this.runs.resume(viewer, run);
		return BACK;
	}

	private JobsView view(Viewer viewer, Locale language) {
		return this.views.view(viewer, this.runs.latest(viewer), this.runs.figures(viewer),
				this.networks.standings(viewer), language);
	}

}
