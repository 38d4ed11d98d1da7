package practice.linkedin;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The consent page of practice LinkedIn: all or nothing, and skipped while an earlier
 * consent to the same still stands.
 */
@Controller
@RequestMapping("/linkedin/oauth/v2/authorization")
class ConsentController {

	private final App app;

	private final Sessions sessions;

	private final Tokens tokens;

	ConsentController(App app, Sessions sessions, Tokens tokens) {
		this.app = app;
		this.sessions = sessions;
		this.tokens = tokens;
	}

	@GetMapping
	String ask(HttpServletRequest request, Model model) {
		Errand errand = Errand.of(request);
		String unknown = errand.scopes().stream().filter((scope) -> !this.app.mayAsk(scope)).findFirst().orElse(null);
		if (unknown != null) {
			return "redirect:" + errand.refused("unauthorized_scope_error",
					"Scope \"" + unknown + "\" is not authorized for your application");
		}
		Member member = this.sessions.member(request).orElse(null);
		if (member == null) {
			return login(request);
		}
		if (!errand.scopes().isEmpty() && member.granted.containsAll(errand.scopes())) {
			return grant(errand, member);
		}
		model.addAttribute("app", App.NAME);
		model.addAttribute("member", LoginController.Glance.of(member));
		model.addAttribute("asked", errand.inWords());
		model.addAttribute("address", here(request));
		return "linkedin/consent";
	}

	@PostMapping
	String answer(HttpServletRequest request, @RequestParam String decision) {
		Errand errand = Errand.of(request);
		Member member = this.sessions.member(request).orElse(null);
		if (member == null) {
			return login(request);
		}
		if (!decision.equals("allow")) {
			return "redirect:" + errand.refused("user_cancelled_authorize", "The user cancelled the authorization");
		}
		member.granted.addAll(errand.scopes());
		return grant(errand, member);
	}

	@ExceptionHandler
	@ResponseStatus(HttpStatus.BAD_REQUEST)
	String cannotShow(IllegalArgumentException ex, Model model) {
		model.addAttribute("reason", ex.getMessage());
		return "linkedin/error";
	}

	private String grant(Errand errand, Member member) {
		return "redirect:"
				+ errand.granted(this.tokens.code(member, errand.redirectUri(), Set.copyOf(errand.scopes())));
	}

	private static String login(HttpServletRequest request) {
		return "redirect:" + UriComponentsBuilder.fromPath("/linkedin/login")
			.queryParam("next", "{next}")
			.encode()
			.buildAndExpand(here(request))
			.toUriString();
	}

	private static String here(HttpServletRequest request) {
		return request.getRequestURI() + "?" + request.getQueryString();
	}

}
