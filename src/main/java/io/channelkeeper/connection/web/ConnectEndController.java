package io.channelkeeper.connection.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

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
import org.springframework.web.servlet.view.RedirectView;

import io.channelkeeper.connection.MemberSignIn;
import io.channelkeeper.connection.MemberSignInService;
import io.channelkeeper.connection.SignInWithdrawnException;
import io.channelkeeper.organization.Viewer;

/**
 * Where a member arrives after signing in at a network: back where the member was, or at
 * what was missing, or at what else can be connected.
 */
@Controller
@RequestMapping("/channels/{id}/connect/{attempt}")
class ConnectEndController {

	private final MemberSignInService signIns;

	private final EndTexts texts;

	ConnectEndController(MemberSignInService signIns, EndTexts texts) {
		this.signIns = signIns;
		this.texts = texts;
	}

	@GetMapping
	Object end(Viewer viewer, @PathVariable UUID attempt, Locale locale, Model model, RedirectAttributes redirect) {
		MemberSignIn end = this.signIns.ended(viewer, attempt);
		if (end.isDone()) {
			redirect.addFlashAttribute("checks", this.texts.checks(end, locale));
			return back(end, this.texts.of(end, locale).heading(), redirect);
		}
		model.addAttribute("checks", this.texts.checks(end, locale));
		model.addAttribute("end", end);
		model.addAttribute("text", this.texts.of(end, locale));
		return "connection/ended";
	}

	@PostMapping("/others")
	RedirectView connectOthers(Viewer viewer, @PathVariable UUID attempt,
			@RequestParam(defaultValue = "") List<String> channels, Locale locale, RedirectAttributes redirect) {
		MemberSignIn end = this.signIns.ended(viewer, attempt);
		int connected = this.signIns.connectOthers(viewer, attempt, channels);
		return back(end, this.texts.text("connection.done.others", locale, connected), redirect);
	}

	@PostMapping("/other")
	RedirectView addOther(Viewer viewer, @PathVariable UUID attempt, Locale locale, RedirectAttributes redirect) {
		MemberSignIn end = this.signIns.ended(viewer, attempt);
		this.signIns.addOther(viewer, attempt);
		return back(end, this.texts.text("connection.offer.accepted", locale), redirect);
	}

	@ExceptionHandler
	RedirectView withdrawn(SignInWithdrawnException ex, Locale locale, RedirectAttributes redirect) {
		return back(ex.returnPath(), this.texts.text("connection.withdrawn", locale), redirect);
	}

	private static RedirectView back(MemberSignIn end, String message, RedirectAttributes redirect) {
		return back(end.returnPath(), message, redirect);
	}

	private static RedirectView back(String path, String message, RedirectAttributes redirect) {
		redirect.addFlashAttribute("message", message);
		RedirectView view = new RedirectView(path, true);
		view.setStatusCode(HttpStatus.SEE_OTHER);
		view.setExpandUriTemplateVariables(false);
		return view;
	}

}
