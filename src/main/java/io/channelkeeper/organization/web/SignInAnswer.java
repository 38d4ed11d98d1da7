package io.channelkeeper.organization.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import io.channelkeeper.organization.PasswordSignIn;
import io.channelkeeper.organization.SignInOutcome;
import io.channelkeeper.organization.SignInOutcome.Paused;
import io.channelkeeper.organization.SignInOutcome.Refused;
import io.channelkeeper.organization.SignInOutcome.Welcome;

/**
 * Tries a password and puts what came of it into status and model of the answer.
 */
@Component
class SignInAnswer {

	private final PasswordSignIn passwords;

	SignInAnswer(PasswordSignIn passwords) {
		this.passwords = passwords;
	}

	/**
	 * Tries to sign in; unless it worked, {@code refused} or {@code minutes} stands in
	 * the model.
	 */
	SignInOutcome attempt(LoginForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
		SignInOutcome outcome = form.isHopeless() ? new Refused()
				: this.passwords.attempt(text(form.email()), text(form.password()), request.getRemoteAddr());
		return answer(outcome, response, model);
	}

	/** The same for somebody whom no organization needs to let in yet. */
	SignInOutcome prove(LoginForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
		SignInOutcome outcome = form.isHopeless() ? new Refused()
				: this.passwords.prove(text(form.email()), text(form.password()), request.getRemoteAddr());
		return answer(outcome, response, model);
	}

	private static String text(@Nullable String typed) {
		return (typed != null) ? typed : "";
	}

	private static SignInOutcome answer(SignInOutcome outcome, HttpServletResponse response, Model model) {
		switch (outcome) {
			case Refused refused -> {
				response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
				model.addAttribute("refused", true);
			}
			case Paused paused -> {
				response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
				response.setHeader("Retry-After", Long.toString(paused.minutes() * 60));
				model.addAttribute("minutes", paused.minutes());
			}
			case Welcome welcome -> model.addAttribute("refused", false);
		}
		return outcome;
	}

}
