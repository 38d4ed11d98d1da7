package io.channelkeeper.connection.web;

import java.util.Locale;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import io.channelkeeper.network.Network;
import io.channelkeeper.network.Networks;
import io.channelkeeper.support.NotFoundException;

/**
 * How long a connection lasts, what ends it and what to do, for each network and before
 * anything breaks (M-35).
 */
@Controller
class HelpController {

	private final Networks networks;

	private final HelpTexts texts;

	HelpController(Networks networks, HelpTexts texts) {
		this.networks = networks;
		this.texts = texts;
	}

	@GetMapping("/help")
	String all(Model model) {
		model.addAttribute("networks", this.networks.all());
		return "connection/help";
	}

	@GetMapping("/help/{network}")
	String one(@PathVariable String network, Model model, Locale language) {
		Network found = this.networks.all()
			.stream()
			.filter((one) -> one.id().value().equals(network))
			.findFirst()
			.orElseThrow(() -> new NotFoundException("network", network));
		model.addAttribute("help", this.texts.of(found, language));
		model.addAttribute("networks", this.networks.all());
		return "connection/help-network";
	}

}
