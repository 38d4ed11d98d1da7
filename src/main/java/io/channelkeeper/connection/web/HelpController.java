package io.channelkeeper.connection.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.servlet.view.RedirectView;

import io.channelkeeper.connection.HelpAnswers;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.Network;
import io.channelkeeper.network.Networks;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.web.OwnPath;

/**
 * How long a connection lasts, what ends it and what to do, for each network and before
 * anything breaks; and whether that helped (M-35).
 */
@Controller
class HelpController {

	/** What a person answered stands in the session only, so that it counts once. */
	private static final String ANSWERED = "help-answers";

	private final Networks networks;

	private final HelpTexts texts;

	private final HelpAnswers answers;

	HelpController(Networks networks, HelpTexts texts, HelpAnswers answers) {
		this.networks = networks;
		this.texts = texts;
		this.answers = answers;
	}

	@GetMapping("/help")
	String all(Model model) {
		model.addAttribute("networks", this.networks.all());
		return "connection/help";
	}

	@GetMapping("/help/{network}")
	String one(@PathVariable String network, @RequestParam(required = false) @Nullable Cause about,
			@Nullable Viewer viewer,
			@SessionAttribute(name = ANSWERED, required = false) @Nullable Map<String, Answer> given, Model model,
			Locale language) {
		Network found = network(network);
		model.addAttribute("help", this.texts.of(found, language));
		model.addAttribute("contact", this.texts.contact(viewer));
		model.addAttribute("about", about);
		model.addAttribute("answer", (given != null) ? given.get(topic(found, about, viewer)) : null);
		return "connection/help-network";
	}

	@PostMapping("/help/{network}")
	RedirectView answer(@PathVariable String network, @RequestParam(required = false) @Nullable Cause about,
			@RequestParam Answer helped, Viewer viewer, HttpSession session) {
		Network found = network(network);
		Map<String, Answer> given = new HashMap<>();
		if (session.getAttribute(ANSWERED) instanceof Map<?, ?> before) {
			before.forEach((topic, answer) -> given.put((String) topic, (Answer) answer));
		}
		if (given.putIfAbsent(topic(found, about, viewer), helped) == null) {
			this.answers.add(found.id(), about, helped == Answer.YES);
			session.setAttribute(ANSWERED, given);
		}
		return new OwnPath("/help/" + found.id() + ((about != null) ? "?about=" + about : "") + "#helped").seeOther();
	}

	private Network network(String id) {
		return this.networks.all()
			.stream()
			.filter((one) -> one.id().value().equals(id))
			.findFirst()
			.orElseThrow(() -> new NotFoundException("network", id));
	}

	private static String topic(Network network, @Nullable Cause about, @Nullable Viewer viewer) {
		return ((viewer != null) ? viewer.organizationId() : "") + " " + network.id() + " " + about;
	}

	/** Whether it helped. */
	enum Answer {

		YES, NO

	}

}
