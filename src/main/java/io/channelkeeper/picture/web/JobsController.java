package io.channelkeeper.picture.web;

import java.util.Locale;
import java.util.Set;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.channelkeeper.connection.NetworkDesk;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.picture.PictureRuns;

/**
 * Shows admins what works in the background, and lets them stop it.
 */
@Controller
@RequestMapping(JobsController.PATH)
class JobsController {

	static final String PATH = "/admin/jobs";

	private static final String BACK = "redirect:" + PATH;

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

	/**
	 * The part that changes by itself; 204 while it is the same as the page shows.
	 * @param running the runs that went on when the page was shown
	 */
	@GetMapping("/live")
	@Nullable String live(Viewer viewer, @RequestParam(defaultValue = "") String version,
			@RequestParam(defaultValue = "") Set<UUID> running, Model model, Locale language,
			HttpServletResponse response) {
		JobsView view = view(viewer, language);
		if (view.version().equals(version)) {
			response.setStatus(HttpStatus.NO_CONTENT.value());
			return null;
		}
		model.addAttribute("view", view);
		model.addAttribute("told", this.views.told(view, running, language));
		return "picture/jobs-live :: live";
	}

	@PostMapping("/{run}/stop")
	String stop(Viewer viewer, @PathVariable UUID run, RedirectAttributes redirect, Locale language) {
		this.runs.stop(viewer, run);
		return told("picture.jobs.stop.done", redirect, language);
	}

	@PostMapping("/{run}/continue")
	String resume(Viewer viewer, @PathVariable UUID run, RedirectAttributes redirect, Locale language) {
		this.runs.resume(viewer, run);
		return told("picture.jobs.continue.done", redirect, language);
	}

	private String told(String key, RedirectAttributes redirect, Locale language) {
		redirect.addFlashAttribute("message", this.views.text(key, language));
		return BACK;
	}

	private JobsView view(Viewer viewer, Locale language) {
		return this.views.view(viewer, this.runs.latest(viewer), this.runs.figures(viewer),
				this.networks.standings(viewer), language);
	}

}
