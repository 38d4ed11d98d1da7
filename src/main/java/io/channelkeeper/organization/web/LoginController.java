package io.channelkeeper.organization.web;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

import io.channelkeeper.organization.SignInOutcome.Welcome;
import io.channelkeeper.organization.Viewer;

/**
 * Signs in with e-mail address and password.
 */
@Controller
class LoginController {

	private final SignInAnswer answer;

	private final SignInSession session;

	LoginController(SignInAnswer answer, SignInSession session) {
		this.answer = answer;
		this.session = session;
	}

	@GetMapping("/login")
	String page(@Nullable Viewer viewer, @ModelAttribute("form") LoginForm form) {
		return (viewer != null) ? "redirect:" + form.target() : "organization/login";
	}

	@PostMapping("/login")
	String signIn(@ModelAttribute("form") LoginForm form, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		if (this.answer.attempt(form, request, response, model) instanceof Welcome(UUID person, UUID organization)
				&& organization != null) {
			this.session.begin(new SignedIn(person, organization), request, response);
			return "redirect:" + form.target();
		}
		return "organization/login";
	}

}
