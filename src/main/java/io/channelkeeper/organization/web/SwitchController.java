package io.channelkeeper.organization.web;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.organization.Viewers;
import io.channelkeeper.support.NotFoundException;

/**
 * Switches between the organizations of a person.
 */
@Controller
class SwitchController {

	private final Viewers viewers;

	private final SignInSession session;

	SwitchController(Viewers viewers, SignInSession session) {
		this.viewers = viewers;
		this.session = session;
	}

	@PostMapping("/organizations/{id}/switch")
	String switchTo(@PathVariable UUID id, Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
		if (this.viewers.of(viewer.personId()).stream().noneMatch((there) -> there.organizationId().equals(id))) {
			throw new NotFoundException("organization", id);
		}
		this.session.change(new SignedIn(viewer.personId(), id), request, response);
		return "redirect:/portfolio";
	}

}
