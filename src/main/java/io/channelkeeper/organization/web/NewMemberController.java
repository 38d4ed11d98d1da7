package io.channelkeeper.organization.web;

import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.NewMemberService;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.Viewer;

/**
 * Asks people to become members: by mail, or by a link to hand on.
 */
@Controller
@RequestMapping("/admin/members/new")
class NewMemberController {

	private static final String PAGE = "organization/member-new";

	private final NewMemberService newMembers;

	private final Told told;

	NewMemberController(NewMemberService newMembers, Told told) {
		this.newMembers = newMembers;
		this.told = told;
	}

	@ModelAttribute("roles")
	Role[] roles() {
		return Role.values();
	}

	@GetMapping
	String page(Viewer viewer, Model model) {
		viewer.require(Action.ADMINISTER);
		model.addAttribute("form", new MemberForm("", Role.MARKETER));
		return PAGE;
	}

	@PostMapping
	String send(Viewer viewer, @Valid @ModelAttribute("form") MemberForm form, BindingResult errors,
			HttpServletResponse response, RedirectAttributes redirect) {
		if (isWrong(viewer, form, errors, response)) {
			return PAGE;
		}
		this.newMembers.send(viewer, form.address(), form.chosenRole());
		this.told.tell(redirect, "organization.members.asked", form.address().value());
		return "redirect:/admin/members";
	}

	/** Shows the link at once and only here: it is stored nowhere. */
	@PostMapping(params = "link")
	String link(Viewer viewer, @Valid @ModelAttribute("form") MemberForm form, BindingResult errors, Model model,
			HttpServletResponse response) {
		if (!isWrong(viewer, form, errors, response)) {
			model.addAttribute("link", this.newMembers.link(viewer, form.address(), form.chosenRole()));
		}
		return PAGE;
	}

	@PostMapping("/{id}/resend")
	String resend(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
		this.newMembers.resend(viewer, id);
		this.told.tell(redirect, "organization.members.resent");
		return "redirect:/admin/members";
	}

	@PostMapping("/{id}/withdraw")
	String withdraw(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
		this.newMembers.withdraw(viewer, id);
		this.told.tell(redirect, "organization.members.withdrawn");
		return "redirect:/admin/members";
	}

	private boolean isWrong(Viewer viewer, MemberForm form, BindingResult errors, HttpServletResponse response) {
		viewer.require(Action.ADMINISTER);
		if (!errors.hasErrors() && this.newMembers.isMember(viewer, form.address())) {
			errors.rejectValue("email", "organization.error.member");
		}
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		return errors.hasErrors();
	}

}
