package io.channelkeeper.network;

import java.util.List;

/**
 * One way to connect a channel of a network: through which provider, with which
 * permissions, prepared how. The texts of a way stand under
 * {@code network.<network>.<provider>.}
 *
 * @param network the network
 * @param provider who signs the person in
 * @param permissions what has to be granted, in the order the provider asks
 * @param preparation message keys of the checklist's points; each has {@code .title} and
 * {@code .how}
 * @param refusesInAppBrowser whether the provider does not open in an in-app browser
 * @param recommended whether it is the better one where a network has several
 */
public record SignInWay(NetworkId network, ProviderId provider, List<Permission> permissions, List<String> preparation,
		boolean refusesInAppBrowser, boolean recommended) {

	/** Message key of what this way gives; there where a network has several (H-22). */
	public String gives() {
		return "network." + this.network + "." + this.provider + ".gives";
	}

}
