package io.channelkeeper.organization.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import io.channelkeeper.organization.PasswordReset;
import io.channelkeeper.support.SecretToken;

/**
 * A new password for who forgot it.
 */
@Controller
class PasswordController {

	private final PasswordReset reset;

	PasswordController(PasswordReset reset) {
		this.reset = reset;
	}

	@GetMapping("/password")
	String askingPage(@ModelAttribute("form") EmailForm form) {
		return "organization/password-ask";
	}

	@PostMapping("/password")
	String ask(@Valid @ModelAttribute("form") EmailForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response) {
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return "organization/password-ask";
		}
		this.reset.ask(form.address(), request.getRemoteAddr());
		return "redirect:/password?asked";
	}

	@GetMapping("/password/{token}")
	String settingPage(@PathVariable String token, @ModelAttribute("form") PasswordForm form) {
		this.reset.check(new SecretToken(token));
		return "organization/password-set";
	}

	@PostMapping("/password/{token}")
	String set(@PathVariable String token, @Valid @ModelAttribute("form") PasswordForm form, BindingResult errors,
			HttpServletResponse response) {
		if (errors.hasErrors()) {
			this.reset.check(new SecretToken(token));
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return "organization/password-set";
		}
		this.reset.perform(new SecretToken(token), form.chosen());
		return "redirect:/login?changed";
	}

}
