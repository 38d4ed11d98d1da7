package io.channelkeeper.network;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * An address as people paste it, taken apart: with or without scheme, in any case.
 * Anything that could deceive (another port, a user name before the host, invisible
 * characters) makes it no address at all.
 *
 * @param host in lower case
 * @param path its segments, decoded, without empty ones
 * @param query decoded; of a parameter given twice the first
 */
public record WebAddress(String host, List<String> path, Map<String, String> query) {

	private static final int LONGEST = 2048;

	private static final Pattern SHAPE = Pattern
		.compile("(?i)(?:(?:https?:)?//)?([a-z0-9-]+(?:\\.[a-z0-9-]+)+)(?::443|:80)?(/[^?#]*)?(?:\\?([^#]*))?(?:#.*)?");

	private static final Pattern SUBDOMAIN = Pattern.compile("(?:www|m|mobile|web|[a-z]{2}(?:-[a-z]{2})?)\\.");

	private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\s\\p{Zs}]");

	public WebAddress {
		path = List.copyOf(path);
		query = Map.copyOf(query);
	}

	/** The address somebody typed or pasted, or empty when it is none. */
	public static Optional<WebAddress> of(String typed) {
		String address = trim(typed);
		Matcher parts = SHAPE.matcher(address);
		if (address.length() > LONGEST || INVISIBLE.matcher(address).find() || !parts.matches()) {
			return Optional.empty();
		}
		try {
			return Optional.of(new WebAddress(parts.group(1).toLowerCase(Locale.ROOT), segments(parts.group(2)),
					parameters(parts.group(3))));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** Without white space at either end, the kinds that spreadsheets like included. */
	public static String trim(String typed) {
		return typed.replaceAll("^[\\s\\p{Zs}]+|[\\s\\p{Zs}]+$", "");
	}

	/** An address of a network, whatever the handle holds. */
	public static URI to(String host, String... segments) {
		return UriComponentsBuilder.fromUriString("https://" + host).pathSegment(segments).build().encode().toUri();
	}

	/**
	 * Whether it belongs to one of the domains, a phone's or a country's page included.
	 */
	public boolean isOn(Set<String> domains) {
		if (domains.contains(this.host)) {
			return true;
		}
		Matcher subdomain = SUBDOMAIN.matcher(this.host);
		return subdomain.lookingAt() && domains.contains(this.host.substring(subdomain.end()));
	}

	/** The segment at this place, or an empty text. */
	public String segment(int index) {
		return (index < this.path.size()) ? this.path.get(index) : "";
	}

	/** The segment at this place in lower case, for comparing with a network's words. */
	public String word(int index) {
		return segment(index).toLowerCase(Locale.ROOT);
	}

	/** The parameter, or an empty text. */
	public String parameter(String name) {
		return this.query.getOrDefault(name, "");
	}

	private static List<String> segments(@Nullable String path) {
		List<String> segments = new ArrayList<>();
		for (String segment : (path != null) ? path.split("/") : new String[0]) {
			if (!segment.isEmpty()) {
				segments.add(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
			}
		}
		return segments;
	}

	private static Map<String, String> parameters(@Nullable String query) {
		Map<String, String> parameters = new LinkedHashMap<>();
		for (String pair : (query != null) ? query.split("&") : new String[0]) {
			int equals = pair.indexOf('=');
			if (equals > 0) {
				parameters.putIfAbsent(URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
						URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
			}
		}
		return parameters;
	}

}
