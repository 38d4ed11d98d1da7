package io.channelkeeper.picture;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Where pictures may come from. {@code *.fbcdn.net} and {@code i.example} mean https on
 * port 443 at a public address; an entry with scheme and port means exactly that origin,
 * public or not.
 *
 * @param entries as the setting has them
 */
record AllowedHosts(List<String> entries) {

	AllowedHosts {
		entries = entries.stream().map((entry) -> entry.strip().toLowerCase(Locale.ROOT)).toList();
	}

	Access access(URI address) {
		String scheme = lower(address.getScheme());
		String host = lower(address.getHost());
		if (host.isEmpty() || address.getRawUserInfo() != null) {
			return Access.NONE;
		}
		int port = (address.getPort() != -1) ? address.getPort() : scheme.equals("https") ? 443 : 80;
		String origin = scheme + "://" + host + ":" + port;
		boolean exact = this.entries.stream()
			.filter((entry) -> entry.contains("://"))
			.anyMatch((entry) -> origin.equals(withPort(entry)));
		if (exact) {
			return Access.EXACT_ORIGIN;
		}
		boolean known = scheme.equals("https") && port == 443
				&& this.entries.stream().anyMatch((entry) -> matches(entry, host));
		return known ? Access.PUBLIC_ADDRESSES : Access.NONE;
	}

	private static boolean matches(String entry, String host) {
		return entry.startsWith("*.") ? host.endsWith(entry.substring(1)) && host.length() > entry.length() - 1
				: host.equals(entry);
	}

	private static String withPort(String entry) {
		String origin = entry.endsWith("/") ? entry.substring(0, entry.length() - 1) : entry;
		if (origin.lastIndexOf(':') > origin.indexOf("://")) {
			return origin;
		}
		return origin + (origin.startsWith("https:") ? ":443" : ":80");
	}

	private static String lower(@Nullable String part) {
		return (part != null) ? part.toLowerCase(Locale.ROOT) : "";
	}

	/**
	 * How an address may be opened.
	 */
	enum Access {

		/** Not at all. */
		NONE,

		/** Only if its name leads to a public address. */
		PUBLIC_ADDRESSES,

		/** Wherever it leads, because a setting names it. */
		EXACT_ORIGIN

	}

}
