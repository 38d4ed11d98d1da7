package io.channelkeeper.connection.web;

import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

import io.channelkeeper.connection.ConnectPlan;
import io.channelkeeper.connection.ConnectionService;
import io.channelkeeper.connection.MemberSignInService;
import io.channelkeeper.organization.Viewer;

/**
 * A member disconnects a channel, after having seen what else hangs on the login (B-6).
 */
@Controller
@RequestMapping("/channels/{id}/disconnect")
class DisconnectController {

	private final MemberSignInService signIns;

	private final ConnectionService connections;

	private final EndTexts texts;

	DisconnectController(MemberSignInService signIns, ConnectionService connections, EndTexts texts) {
		this.signIns = signIns;
		this.connections = connections;
		this.texts = texts;
	}

	@GetMapping
	String ask(Viewer viewer, @PathVariable UUID id, @RequestParam(required = false) @Nullable String from,
			Model model) {
		ConnectPlan plan = this.signIns.disconnection(viewer, id);
		model.addAttribute("plan", plan);
		model.addAttribute("from", ReturnPath.of(from, plan));
		return "connection/disconnect";
	}

	@PostMapping
	RedirectView disconnect(Viewer viewer, @PathVariable UUID id, @RequestParam(required = false) @Nullable String from,
			Locale locale, RedirectAttributes redirect) {
		ConnectPlan plan = this.signIns.disconnection(viewer, id);
		this.connections.disconnect(viewer, id);
		redirect.addFlashAttribute("message", this.texts.text("connection.disconnected", locale, plan.handle()));
		RedirectView view = new RedirectView(ReturnPath.of(from, plan), true);
		view.setStatusCode(HttpStatus.SEE_OTHER);
		view.setExpandUriTemplateVariables(false);
		return view;
	}

}
