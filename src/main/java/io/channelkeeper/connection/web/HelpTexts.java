package io.channelkeeper.connection.web;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.channelkeeper.network.Entrance;
import io.channelkeeper.network.Guidance;
import io.channelkeeper.network.Network;
import io.channelkeeper.network.WayOut;
import io.channelkeeper.organization.OrganizationService;
import io.channelkeeper.organization.Viewer;

/**
 * Gathers what a network's help page says.
 */
@Component
class HelpTexts {

	private final Guidance guidance;

	private final OrganizationService organizations;

	private final MessageSource messages;

	HelpTexts(Guidance guidance, OrganizationService organizations, MessageSource messages) {
		this.organizations = organizations;
		this.guidance = guidance;
		this.messages = messages;
	}

	HelpText of(Network network, Locale language) {
		List<WayOut> causes = this.guidance.waysOut(new Entrance(network.id(), null, network.name()), language);
		return new HelpText(network.id().value(), network.name(), this.guidance.help(network.id(), "lasts", language),
				this.guidance.help(network.id(), "ends", language), this.guidance.help(network.id(), "fix", language),
				causes, this.messages.getMessage("network." + network.id() + ".help.contact", null, null, language));
	}

	/** Whom a member can ask: the organization's contact, or null where none is given. */
	@Nullable String contact(@Nullable Viewer viewer) {
		return (viewer != null) ? this.organizations.get(viewer.organizationId()).contact() : null;
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

}
