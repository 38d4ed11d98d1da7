package io.channelkeeper.organization.web;

import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.MemberService;
import io.channelkeeper.organization.PersonService;
import io.channelkeeper.organization.Viewer;

/**
 * Names the members who run the installation.
 */
@Controller
class OperatorsController {

	private final MemberService members;

	private final PersonService people;

	private final Told told;

	OperatorsController(MemberService members, PersonService people, Told told) {
		this.members = members;
		this.people = people;
		this.told = told;
	}

	@PostMapping("/admin/members/{id}/operator")
	String name(Viewer viewer, @PathVariable UUID id, @RequestParam boolean operator, RedirectAttributes redirect) {
		Member member = this.members.get(id);
		this.people.nameOperator(viewer, member.personId(), operator);
		this.told.tell(redirect,
				operator ? "organization.members.operator-named" : "organization.members.operator-gone", member.name());
		return "redirect:/admin/members";
	}

}
