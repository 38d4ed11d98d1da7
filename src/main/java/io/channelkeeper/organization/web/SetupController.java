package io.channelkeeper.organization.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.channelkeeper.organization.Logo;
import io.channelkeeper.organization.NewOrganization;
import io.channelkeeper.organization.SetupService;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.SecretToken;

/**
 * Creates the first organization and its admin, by the link printed at the start.
 */
@Controller
class SetupController {

	private static final String PAGE = "organization/setup";

	private final SetupService setup;

	private final SignInSession session;

	private final Told told;

	SetupController(SetupService setup, SignInSession session, Told told) {
		this.setup = setup;
		this.session = session;
		this.told = told;
	}

	@ModelAttribute("zones")
	List<String> zones() {
		return TimeZones.OFFERED;
	}

	@GetMapping("/setup/{token}")
	String page(@PathVariable String token, Locale locale, Model model) {
		this.setup.check(new SecretToken(token));
		ZoneId zone = ZoneId.of(locale.getLanguage().equals("de") ? "Europe/Berlin" : "UTC");
		model.addAttribute("form", new SetupForm(OrganizationForm.empty(locale, zone), new PersonForm("", "", "")));
		return PAGE;
	}

	@PostMapping("/setup/{token}")
	String perform(@PathVariable String token, @Valid @ModelAttribute("form") SetupForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
		SecretToken secret = new SecretToken(token);
		this.setup.check(secret);
		@Nullable Logo logo = LogoUpload.read(form.organization().logo(), "organization.logo", errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return PAGE;
		}
		NewOrganization facts = form.organization().facts();
		Viewer admin = this.setup.perform(secret, facts, logo, form.admin().facts(facts.language(), facts.zone()));
		this.session.begin(new SignedIn(admin.personId(), admin.organizationId()), request, response);
		this.told.tell(redirect, "organization.setup.done", admin.organizationName());
		return "redirect:/portfolio";
	}

}
