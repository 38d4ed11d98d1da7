package io.channelkeeper.organization.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.channelkeeper.organization.PersonService;
import io.channelkeeper.organization.SignInOutcome.Welcome;
import io.channelkeeper.organization.Viewer;

/**
 * Changes one's own password, for who knows the present one; other sessions end.
 */
@Controller
@RequestMapping("/settings/profile/password")
class PasswordChangeController {

	private static final String PAGE = "organization/password-change";

	private final SignInAnswer answer;

	private final PersonService people;

	private final Told told;

	PasswordChangeController(SignInAnswer answer, PersonService people, Told told) {
		this.answer = answer;
		this.people = people;
		this.told = told;
	}

	@GetMapping
	String page(@ModelAttribute("form") PasswordChangeForm form) {
		return PAGE;
	}

	@PostMapping
	String change(Viewer viewer, @Valid @ModelAttribute("form") PasswordChangeForm form, BindingResult errors,
			Model model, HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return PAGE;
		}
		LoginForm proof = new LoginForm(viewer.email(), form.current(), null);
		if (!(this.answer.attempt(proof, request, response, model) instanceof Welcome)) {
			return PAGE;
		}
		this.people.changePassword(viewer, form.chosen(), request.getSession().getId());
		this.told.tell(redirect, "organization.password.changed");
		return "redirect:/settings/profile";
	}

}
