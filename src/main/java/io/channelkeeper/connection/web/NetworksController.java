package io.channelkeeper.connection.web;

import java.util.Locale;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.channelkeeper.connection.NetworkDesk;
import io.channelkeeper.organization.Viewer;

/**
 * How the networks and the installation are set up (B-12).
 */
@Controller
@RequestMapping("/admin/networks")
class NetworksController {

	private static final String BACK = "redirect:/admin/networks";

	private final NetworkDesk desk;

	private final SetupViews views;

	private final InstallationChecks checks;

	NetworksController(NetworkDesk desk, SetupViews views, InstallationChecks checks) {
		this.desk = desk;
		this.views = views;
		this.checks = checks;
	}

	@GetMapping
	String page(Viewer viewer, Model model, Locale language) {
		model.addAttribute("providers",
				this.desk.standings(viewer).stream().map((one) -> this.views.view(one, language)).toList());
		model.addAttribute("installation", this.checks.view(viewer));
		return "connection/networks";
	}

	@PostMapping("/{provider}/check")
	String check(Viewer viewer, @PathVariable String provider) {
		this.desk.check(viewer, provider);
		return BACK + "#" + provider;
	}

	@PostMapping("/mail")
	String mail(Viewer viewer, RedirectAttributes redirect, Locale language) {
		redirect.addFlashAttribute("message", this.checks.sendTestMail(viewer, language));
		return BACK + "#installation";
	}

	@PostMapping("/sender")
	String sender(Viewer viewer, RedirectAttributes redirect) {
		redirect.addFlashAttribute("sender", this.checks.sender(viewer));
		return BACK + "#installation";
	}

}
