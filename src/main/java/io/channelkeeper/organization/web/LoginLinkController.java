package io.channelkeeper.organization.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import io.channelkeeper.organization.AdminLink;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.SecretToken;

/**
 * Signs an admin in by a link that was made on the server. Opening it does not use it up.
 */
@Controller
class LoginLinkController {

	private final AdminLink links;

	private final SignInSession session;

	LoginLinkController(AdminLink links, SignInSession session) {
		this.links = links;
		this.session = session;
	}

	@GetMapping("/login/link/{token}")
	String page(@PathVariable String token) {
		this.links.check(new SecretToken(token));
		return "organization/login-link";
	}

	@PostMapping("/login/link/{token}")
	String signIn(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
		Viewer admin = this.links.use(new SecretToken(token));
		this.session.begin(new SignedIn(admin.personId(), admin.organizationId()), request, response);
		return "redirect:/settings/profile";
	}

}
