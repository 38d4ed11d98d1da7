package io.channelkeeper.network.x;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.Profile;

/**
 * Reads an account as X describes it. X has no kinds of accounts: {@code verified_type}
 * tells who pays for a badge, and makes nobody a business (P-6).
 */
final class XProfiles {

	static final String FIELDS = "description,profile_image_url,protected,public_metrics,verified,verified_type";

	private XProfiles() {
	}

	/**
	 * The account in an answer.
	 * @throws NetworkFaultException if there is none in it
	 */
	static Profile read(@Nullable Json user) {
		String id = (user != null) ? user.id("id") : null;
		String username = (user != null) ? user.label("username") : null;
		if (user == null || id == null || username == null) {
			throw new NetworkFaultException(new NetworkFault.Unexpected());
		}
		Boolean isProtected = user.flag("protected");
		return new Profile(XNetwork.ID, id, username, user.label("name"), (isProtected != null) ? !isProtected : null,
				null, figures(user.object("public_metrics")), picture(user.address("profile_image_url")));
	}

	private static Map<String, Long> figures(@Nullable Json metrics) {
		Map<String, Long> figures = new LinkedHashMap<>((metrics != null) ? metrics.figures() : Map.of());
		Long followers = figures.remove("followers_count");
		if (followers != null) {
			figures.put("followers", followers);
		}
		return figures;
	}

	/** X names the smallest size; who has no picture gets everybody's. */
	private static @Nullable URI picture(@Nullable URI address) {
		if (address == null || Objects.requireNonNullElse(address.getPath(), "").contains("default_profile")) {
			return null;
		}
		return URI.create(address.toString().replaceFirst("_normal(\\.[a-zA-Z]{3,4})$", "_400x400$1"));
	}

}
