package io.channelkeeper.organization.web;

import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;

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

import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.LastAdminException;
import io.channelkeeper.organization.MemberService;
import io.channelkeeper.organization.NewMemberService;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.Viewer;

/**
 * Who works in the organization, and as what.
 */
@Controller
@RequestMapping("/admin/members")
class MembersController {

	private static final String BACK = "redirect:/admin/members";

	private final MemberService members;

	private final NewMemberService newMembers;

	private final Told told;

	MembersController(MemberService members, NewMemberService newMembers, Told told) {
		this.members = members;
		this.newMembers = newMembers;
		this.told = told;
	}

	@GetMapping
	String page(Viewer viewer, Model model) {
		viewer.require(Action.ADMINISTER);
		model.addAttribute("members", this.members.all());
		model.addAttribute("waiting", this.newMembers.waiting(viewer));
		model.addAttribute("operators", this.members.operators());
		model.addAttribute("roles", Role.values());
		return "organization/members";
	}

	@PostMapping("/{id}/role")
	String changeRole(Viewer viewer, @PathVariable UUID id, @RequestParam Role role, RedirectAttributes redirect) {
		this.members.changeRole(viewer, id, role);
		this.told.tell(redirect, "organization.members.role-changed", this.members.get(id).name());
		return BACK;
	}

	@PostMapping("/{id}/reactivate")
	String reactivate(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
		this.members.reactivate(viewer, id);
		this.told.tell(redirect, "organization.members.reactivated", this.members.get(id).name());
		return BACK;
	}

	@ExceptionHandler
	String lastAdmin(LastAdminException ex, Viewer viewer, Model model, HttpServletResponse response) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		model.addAttribute("viewer", viewer);
		model.addAttribute("lastAdmin", true);
		return page(viewer, model);
	}

}
