package io.channelkeeper.organization.web;

import java.util.List;

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

import io.channelkeeper.organization.Organization;
import io.channelkeeper.organization.OrganizationService;
import io.channelkeeper.organization.SetupService;
import io.channelkeeper.organization.Viewer;

/**
 * All organizations of the installation, for who runs it.
 */
@Controller
@RequestMapping("/admin/organizations")
class OrganizationsController {

	private static final String PAGE = "organization/organizations";

	private final OrganizationService organizations;

	private final SetupService setup;

	private final Told told;

	OrganizationsController(OrganizationService organizations, SetupService setup, Told told) {
		this.organizations = organizations;
		this.setup = setup;
		this.told = told;
	}

	@ModelAttribute("all")
	List<Organization> all(Viewer viewer) {
		return this.organizations.all(viewer);
	}

	@ModelAttribute("zones")
	List<String> zones() {
		return TimeZones.OFFERED;
	}

	@GetMapping
	String page(Viewer viewer, Model model) {
		model.addAttribute("form", OrganizationForm.empty(viewer.language(), viewer.zone()));
		return PAGE;
	}

	@PostMapping
	String add(Viewer viewer, @Valid @ModelAttribute("form") OrganizationForm form, BindingResult errors,
			HttpServletResponse response, RedirectAttributes redirect) {
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return PAGE;
		}
		Viewer there = this.setup.add(viewer, form.facts());
		this.told.tell(redirect, "organization.organizations.added", there.organizationName());
		return "redirect:/admin/organizations";
	}

}
