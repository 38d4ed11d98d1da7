package io.channelkeeper.network.google;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import io.channelkeeper.network.ChannelAddress;
import io.channelkeeper.network.Network;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.ProfileFact;
import io.channelkeeper.network.WebAddress;

/**
 * Google Business. There are no handles here: a place is named by the number in its map
 * address ({@code cid:…}), by its place id ({@code place_id:…}), or by a short link.
 */
@Component
@EnableConfigurationProperties(GoogleBusinessProperties.class)
class GoogleBusinessNetwork implements Network {

	static final NetworkId ID = new NetworkId("google-business");

	private static final Pattern GOOGLE = Pattern
		.compile("(?:(?:www|maps|search)\\.)?google\\.(?:com|[a-z]{2}|co\\.[a-z]{2}|com\\.[a-z]{2})");

	private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,19}");

	private static final Pattern PLACE_ID = Pattern.compile("ChI[A-Za-z0-9_-]{10,200}");

	private static final Pattern FEATURE = Pattern.compile("!1s0x[0-9a-fA-F]{1,16}:0x([0-9a-fA-F]{1,16})(?:!|$)");

	private static final Pattern SHORT = Pattern
		.compile("(?:maps\\.app\\.goo\\.gl|share\\.google|goo\\.gl/maps|g\\.page|g\\.page/r)/[A-Za-z0-9_-]{1,100}");

	/** A place that is on no map yet has only the name that Google Business gives it. */
	private static final Pattern UNMAPPED = Pattern.compile("locations/[0-9]{1,30}");

	private static final String NUMBERED = "cid";

	private static final Pattern NAMED = Pattern.compile("(cid|place_id):(.+)");

	private final GoogleBusinessProperties properties;

	GoogleBusinessNetwork(GoogleBusinessProperties properties) {
		this.properties = properties;
	}

	@Override
	public NetworkId id() {
		return ID;
	}

	@Override
	public String name() {
		return "Google Business";
	}

	@Override
	public Optional<ChannelAddress> recognize(String typed) {
		return WebAddress.of(typed).flatMap((address) -> {
			if (GOOGLE.matcher(address.host()).matches()) {
				return place(address);
			}
			String path = String.join("/", address.path()).replaceFirst("/review$", "");
			return Optional.of(address.host() + "/" + path).filter((link) -> SHORT.matcher(link).matches());
		}).map(this::address);
	}

	@Override
	public Optional<ChannelAddress> handle(String typed) {
		String trimmed = WebAddress.trim(typed);
		Matcher named = NAMED.matcher(trimmed);
		if (named.matches()) {
			return named(named.group(1), named.group(2)).map(this::address);
		}
		if (UNMAPPED.matcher(trimmed).matches()) {
			return Optional.of(new ChannelAddress(ID, trimmed, trimmed, trimmed, addressOf(trimmed)));
		}
		return PLACE_ID.matcher(trimmed).matches() ? Optional.of(address("place_id:" + trimmed)) : Optional.empty();
	}

	/** In a form that people know, and that can be typed again. */
	@Override
	public String show(String handle) {
		Matcher named = NAMED.matcher(handle);
		if (!named.matches()) {
			return handle;
		}
		return named.group(1).equals(NUMBERED) ? "google.com/maps?cid=" + named.group(2) : named.group(2);
	}

	/** A place goes by its name. */
	@Override
	public String show(String handle, @Nullable String displayName) {
		return (displayName != null) ? displayName : show(handle);
	}

	@Override
	public URI addressOf(String handle) {
		if (handle.startsWith("cid:")) {
			return map("maps").queryParam("cid", handle.substring(4)).build().encode().toUri();
		}
		if (handle.startsWith("place_id:")) {
			return map("maps/place/").queryParam("q", handle).build().encode().toUri();
		}
		if (UNMAPPED.matcher(handle).matches()) {
			return URI.create("https://business.google.com/locations");
		}
		String[] parts = handle.split("/", 2);
		return WebAddress.to(parts[0], (parts.length > 1) ? parts[1].split("/") : new String[0]);
	}

	@Override
	public Set<ProfileFact> reports() {
		return Set.of(ProfileFact.PRIVACY);
	}

	@Override
	public List<String> pictureHosts() {
		return this.properties.pictureHosts();
	}

	private static Optional<String> place(WebAddress address) {
		return named(NUMBERED, address.parameter("cid")).or(() -> named("place_id", address.parameter("placeid")))
			.or(() -> named("place_id", address.parameter("query_place_id")))
			.or(() -> named("place_id", address.parameter("q").replaceFirst("^place_id:", "")))
			.or(() -> feature(String.join("/", address.path())));
	}

	private static Optional<String> named(String kind, String value) {
		Pattern pattern = kind.equals(NUMBERED) ? NUMBER : PLACE_ID;
		return pattern.matcher(value).matches() ? Optional.of(kind + ":" + value) : Optional.empty();
	}

	/** The long address of a place carries its number in hexadecimal digits. */
	private static Optional<String> feature(String path) {
		Matcher feature = FEATURE.matcher(path);
		return feature.find()
				? Optional.of("cid:" + Long.toUnsignedString(Long.parseUnsignedLong(feature.group(1), 16)))
				: Optional.empty();
	}

	private static UriComponentsBuilder map(String path) {
		return UriComponentsBuilder.fromUriString("https://www.google.com/" + path);
	}

	private ChannelAddress address(String handle) {
		return new ChannelAddress(ID, handle, handle, null, addressOf(handle));
	}

}
