package io.channelkeeper.organization.web;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
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

import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Logo;
import io.channelkeeper.organization.Organization;
import io.channelkeeper.organization.OrganizationService;
import io.channelkeeper.organization.Viewer;

/**
 * What the viewer's organization says about itself.
 */
@Controller
@RequestMapping("/admin/organization")
class OrganizationController {

	private static final String PAGE = "organization/organization";

	private final OrganizationService organizations;

	private final Told told;

	OrganizationController(OrganizationService organizations, Told told) {
		this.organizations = organizations;
		this.told = told;
	}

	@ModelAttribute("organization")
	Organization organization(Viewer viewer) {
		return this.organizations.get(viewer.organizationId());
	}

	@ModelAttribute("zones")
	List<String> zones() {
		return TimeZones.OFFERED;
	}

	@GetMapping
	String page(Viewer viewer, @ModelAttribute("organization") Organization organization, Model model) {
		viewer.require(Action.ADMINISTER);
		model.addAttribute("form", OrganizationForm.of(organization));
		return PAGE;
	}

	@PostMapping
	String save(Viewer viewer, @Valid @ModelAttribute("form") OrganizationForm form, BindingResult errors,
			HttpServletResponse response, RedirectAttributes redirect) {
		viewer.require(Action.ADMINISTER);
		@Nullable Logo logo = LogoUpload.read(form.logo(), "logo", errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return PAGE;
		}
		this.organizations.edit(viewer, form.facts(), Boolean.TRUE.equals(form.marketersMayConnect()), logo);
		this.told.tell(redirect, "organization.organization.saved");
		return "redirect:/admin/organization";
	}

	@PostMapping("/test-mail")
	String sendTestMail(Viewer viewer, RedirectAttributes redirect) {
		this.organizations.sendTestMail(viewer);
		this.told.tell(redirect, "organization.test-mail.sent", viewer.email());
		return "redirect:/admin/organization";
	}

}
