package io.channelkeeper.connection.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.channelkeeper.network.Cause;
import io.channelkeeper.network.Guidance;
import io.channelkeeper.network.Network;

/**
 * Gathers what a network's help page says.
 */
@Component
class HelpTexts {

	private final Guidance guidance;

	private final MessageSource messages;

	HelpTexts(Guidance guidance, MessageSource messages) {
		this.guidance = guidance;
		this.messages = messages;
	}

	HelpText of(Network network, Locale language) {
		List<WayOut> causes = Arrays.stream(Cause.values())
			.map((cause) -> new WayOut(this.guidance.cause(cause, null, language),
					this.guidance.wayOut(cause, network.id(), language)))
			.filter((cause) -> !cause.steps().isEmpty())
			.toList();
		return new HelpText(network.id().value(), network.name(), this.guidance.help(network.id(), "lasts", language),
				this.guidance.help(network.id(), "ends", language), this.guidance.help(network.id(), "fix", language),
				causes, this.messages.getMessage("network." + network.id() + ".help.contact", null, null, language));
	}

	/**
	 * What a help page says.
	 *
	 * @param network the network's id
	 * @param name its name
	 * @param lasts how long a connection lasts
	 * @param ends what ends it
	 * @param fix what to do
	 * @param causes the way out of single causes
	 * @param contact address of the network's own help, or null
	 */
	record HelpText(String network, String name, List<String> lasts, List<String> ends, List<String> fix,
			List<WayOut> causes, @Nullable String contact) {
	}

	/**
	 * The way out of one cause.
	 *
	 * @param cause the cause
	 * @param steps what to do, in order
	 */
	record WayOut(String cause, List<String> steps) {
	}

}
