package io.channelkeeper.network;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Which kind of device somebody holds: menus have other names and places on each.
 */
public enum PhoneSystem {

	IOS, ANDROID, OTHER;

	/** What the browser says; nobody has to tell the truth, so it only chooses words. */
	public static PhoneSystem of(@Nullable String userAgent) {
		String agent = (userAgent != null) ? userAgent : "";
		if (agent.contains("iPhone") || agent.contains("iPad") || agent.contains("iPod")) {
			return IOS;
		}
		return agent.contains("Android") ? ANDROID : OTHER;
	}

	/** The word that stands for it in message keys. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
