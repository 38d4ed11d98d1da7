package io.channelkeeper.connection.web;

import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import io.channelkeeper.connection.ConnectPlan;
import io.channelkeeper.connection.Departure;
import io.channelkeeper.connection.MemberSignInService;
import io.channelkeeper.connection.NotEligibleException;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.organization.Viewer;

/**
 * A member connects a channel by signing in (M-36): what has to be known before, and the
 * departure.
 */
@Controller
class MemberConnectController {

	/** A path of ours: never another site, and nothing that could break a header. */
	private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\\"<>]]{0,500}");

	private final MemberSignInService signIns;

	private final SignInProviders providers;

	MemberConnectController(MemberSignInService signIns, SignInProviders providers) {
		this.signIns = signIns;
		this.providers = providers;
	}

	@GetMapping("/channels/{id}/connect")
	String plan(Viewer viewer, @PathVariable UUID id, @RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String elsewhere, Model model) {
		ConnectPlan plan = this.signIns.plan(viewer, id);
		model.addAttribute("plan", plan);
		model.addAttribute("providers", this.providers);
		model.addAttribute("from", ownPath(from, plan));
		model.addAttribute("elsewhere", elsewhere != null);
		return "connection/connect";
	}

	@PostMapping("/channels/{id}/connect")
	String leave(Viewer viewer, @PathVariable UUID id, @RequestParam String provider,
			@RequestParam(required = false) @Nullable String from, Model model, HttpServletResponse response) {
		ConnectPlan plan = this.signIns.plan(viewer, id);
		Departure departure = this.signIns.leave(viewer, id, plan.provider(provider), ownPath(from, plan));
		response.addHeader(HttpHeaders.SET_COOKIE, departure.cookie().toString());
		model.addAttribute("departure", departure);
		return "connection/leaving";
	}

	@ExceptionHandler
	ModelAndView refuse(NotEligibleException ex, Viewer viewer) {
		ModelAndView page = new ModelAndView("connection/connect", HttpStatus.UNPROCESSABLE_CONTENT);
		ConnectPlan plan = this.signIns.plan(viewer, ex.channelId());
		return page.addObject("plan", plan)
			.addObject("providers", this.providers)
			.addObject("from", ownPath(null, plan))
			.addObject("elsewhere", false);
	}

	private static String ownPath(@Nullable String typed, ConnectPlan plan) {
		return (typed != null && OWN_PATH.matcher(typed).matches()) ? typed : "/creators/" + plan.creator().id();
	}

}
