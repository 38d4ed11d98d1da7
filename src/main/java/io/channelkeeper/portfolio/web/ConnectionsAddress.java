package io.channelkeeper.portfolio.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

import io.channelkeeper.network.ChannelKind;
import io.channelkeeper.portfolio.ConnectionFilter;
import io.channelkeeper.portfolio.ConnectionFocus;
import io.channelkeeper.support.PlainText;

/**
 * The filters of the list of connections as they stand in the address. What makes no
 * sense is left out.
 *
 * @param q what is searched for
 * @param network a network's id
 * @param state a word of {@link ConnectionFocus}
 * @param kind a kind in lower case
 * @param mine {@code yes}
 * @param connected {@code me}
 * @param group {@code sign-in}
 * @param after where the page begins
 */
record ConnectionsAddress(@Nullable String q, @Nullable String network, @Nullable String state, @Nullable String kind,
		@Nullable String mine, @Nullable String connected, @Nullable String group, @Nullable String after) {

	private static final int MAX = 120;

	ConnectionsAddress {
		q = clean(q);
		network = clean(network);
		state = ConnectionFocus.of(state).map(ConnectionFocus::word).orElse(null);
		kind = kind(kind).map(ConnectionsAddress::word).orElse(null);
		mine = (clean(mine) != null) ? "yes" : null;
		connected = "me".equals(connected) ? connected : null;
		group = "sign-in".equals(group) ? group : null;
		after = clean(after);
	}

	private static void add(UriComponentsBuilder uri, String name, @Nullable String value) {
		if (value != null) {
			uri.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
		}
	}

	public ConnectionFilter filter() {
		return new ConnectionFilter(this.q, this.network, ConnectionFocus.of(this.state).orElse(null),
				kind(this.kind).orElse(null), this.mine != null, this.connected != null, this.group != null);
	}

	ConnectionsAddress after(@Nullable String cursor) {
		return new ConnectionsAddress(this.q, this.network, this.state, this.kind, this.mine, this.connected,
				this.group, cursor);
	}

	/** The path with everything that is set. */
	public String path() {
		return path("/connections");
	}

	/** Where the page asks whether anything changed. */
	public String live(String version) {
		String path = path("/connections/live");
		return path + (path.contains("?") ? "&" : "?") + "version=" + version;
	}

	private String path(String page) {
		UriComponentsBuilder uri = UriComponentsBuilder.fromPath(page);
		add(uri, "q", this.q);
		add(uri, "network", this.network);
		add(uri, "state", this.state);
		add(uri, "kind", this.kind);
		add(uri, "mine", this.mine);
		add(uri, "connected", this.connected);
		add(uri, "group", this.group);
		add(uri, "after", this.after);
		return uri.encode().build().toUriString();
	}

	private static Optional<ChannelKind> kind(@Nullable String word) {
		return Arrays.stream(ChannelKind.values()).filter((kind) -> word(kind).equals(word)).findFirst();
	}

	private static String word(ChannelKind kind) {
		return kind.name().toLowerCase(Locale.ROOT);
	}

	private static @Nullable String clean(@Nullable String typed) {
		String line = (typed != null) ? PlainText.line(typed) : "";
		return line.isEmpty() ? null : line.substring(0, Math.min(line.length(), MAX));
	}

}
