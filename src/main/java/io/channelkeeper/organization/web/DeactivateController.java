package io.channelkeeper.organization.web;

import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.channelkeeper.organization.Handover;
import io.channelkeeper.organization.HandoverService;
import io.channelkeeper.organization.LastAdminException;
import io.channelkeeper.organization.Viewer;

/**
 * Lets a member leave, after having seen what that person leaves behind (B-10).
 */
@Controller
@RequestMapping("/admin/members/{id}/deactivate")
class DeactivateController {

	private static final String PAGE = "organization/member-deactivate";

	private final HandoverService handovers;

	private final Told told;

	DeactivateController(HandoverService handovers, Told told) {
		this.handovers = handovers;
		this.told = told;
	}

	@GetMapping
	String ask(Viewer viewer, @PathVariable UUID id, Model model) {
		model.addAttribute("handover", this.handovers.of(viewer, id));
		return PAGE;
	}

	/**
	 * Nobody's creators go to nobody unless that was chosen: a page may be older than
	 * they are.
	 */
	@PostMapping
	String deactivate(Viewer viewer, @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID successor,
			@RequestParam Map<String, String> form, Model model, HttpServletResponse response,
			RedirectAttributes redirect) {
		Handover handover = this.handovers.of(viewer, id);
		if (handover.creators() > 0 && !form.containsKey("successor")) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("undecided", true);
			return ask(viewer, id, model);
		}
		this.handovers.deactivate(viewer, id, successor);
		this.told.tell(redirect, "organization.members.deactivated", handover.member().name());
		return "redirect:/admin/members";
	}

	@ExceptionHandler
	String lastAdmin(LastAdminException ex, Viewer viewer, Model model, HttpServletResponse response) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		model.addAttribute("viewer", viewer);
		model.addAttribute("lastAdmin", true);
		return ask(viewer, ex.memberId(), model);
	}

}
