package io.channelkeeper.connection.web;

import java.util.Locale;
import java.util.UUID;

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
import io.channelkeeper.connection.ReconnectRequests;
import io.channelkeeper.connection.SignInManner;
import io.channelkeeper.organization.Viewer;

/**
 * A member connects a channel by signing in, for the first time or again (M-36, M-5):
 * what has to be known before, and the departure.
 */
@Controller
class MemberConnectController {

	/** How the address says that another person is to take over (M-20). */
	private static final String OTHER = "other";

	private final MemberSignInService signIns;

	private final ConnectTexts texts;

	private final ReconnectRequests requests;

	MemberConnectController(MemberSignInService signIns, ConnectTexts texts, ReconnectRequests requests) {
		this.signIns = signIns;
		this.texts = texts;
		this.requests = requests;
	}

	@GetMapping("/channels/{id}/connect")
	String plan(Viewer viewer, @PathVariable UUID id, @RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String as,
			@RequestParam(required = false) @Nullable String elsewhere, Locale locale, Model model) {
		ConnectPlan plan = this.signIns.plan(viewer, id);
		this.requests.opened(viewer, id);
		model.addAttribute("plan", plan);
		model.addAttribute("view", this.texts.view(plan, OTHER.equals(as), viewer, locale));
		model.addAttribute("from", ReturnPath.of(from, plan));
		model.addAttribute("elsewhere", elsewhere != null);
		return "connection/connect";
	}

	@PostMapping("/channels/{id}/connect")
	String leave(Viewer viewer, @PathVariable UUID id, @RequestParam String provider,
			@RequestParam(required = false) @Nullable String from, @RequestParam(required = false) @Nullable String as,
			@RequestParam(required = false) @Nullable UUID window, Model model, HttpServletResponse response) {
		ConnectPlan plan = this.signIns.plan(viewer, id);
		Departure departure = this.signIns.leave(viewer, id, plan.provider(provider), ReturnPath.of(from, plan),
				new SignInManner(OTHER.equals(as), window));
		response.addHeader(HttpHeaders.SET_COOKIE, departure.cookie().toString());
		model.addAttribute("departure", departure);
		return "connection/leaving";
	}

	@ExceptionHandler
	ModelAndView refuse(NotEligibleException ex, Viewer viewer, Locale locale) {
		ModelAndView page = new ModelAndView("connection/connect", HttpStatus.UNPROCESSABLE_CONTENT);
		ConnectPlan plan = this.signIns.plan(viewer, ex.channelId());
		return page.addObject("plan", plan)
			.addObject("view", this.texts.view(plan, false, viewer, locale))
			.addObject("from", ReturnPath.of(null, plan))
			.addObject("elsewhere", false);
	}

}
