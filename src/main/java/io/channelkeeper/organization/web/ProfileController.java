package io.channelkeeper.organization.web;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

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
import io.channelkeeper.organization.Sessions;
import io.channelkeeper.organization.Sessions.SignedInSession;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.web.PageLanguage;

/**
 * One's own name, language, time zone and sessions.
 */
@Controller
@RequestMapping("/settings/profile")
class ProfileController {

	private static final String PAGE = "organization/profile";

	private final PersonService people;

	private final Sessions sessions;

	private final Told told;

	ProfileController(PersonService people, Sessions sessions, Told told) {
		this.people = people;
		this.sessions = sessions;
		this.told = told;
	}

	@ModelAttribute("zones")
	List<String> zones() {
		return TimeZones.OFFERED;
	}

	@ModelAttribute("sessions")
	List<SignedInSession> sessions(Viewer viewer, HttpServletRequest request) {
		return this.sessions.of(viewer.personId(), currentId(request));
	}

	@GetMapping
	String page(Viewer viewer, Model model) {
		model.addAttribute("form", ProfileForm.of(viewer));
		return PAGE;
	}

	@PostMapping
	String save(Viewer viewer, @Valid @ModelAttribute("form") ProfileForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return PAGE;
		}
		this.people.describe(viewer, form.givenName(), form.locale(), form.zone());
		PageLanguage.ofMember(request, form.locale());
		this.told.tell(redirect, "organization.profile.saved");
		return "redirect:/settings/profile";
	}

	@PostMapping("/sessions/end")
	String endOthers(Viewer viewer, HttpServletRequest request, RedirectAttributes redirect) {
		this.sessions.endOthers(viewer.personId(), currentId(request));
		this.told.tell(redirect, "organization.sessions.ended");
		return "redirect:/settings/profile";
	}

	private static @Nullable String currentId(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return (session != null) ? session.getId() : null;
	}

}
