package io.channelkeeper.support;

import java.net.URI;
import java.util.UUID;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.validation.annotation.Validated;

/**
 * Where people and networks reach this installation; every address in a mail, a QR code
 * or a registration at a network begins with it.
 *
 * @param root scheme, host and port, such as {@code https://channels.example.org}
 */
@Validated
@ConfigurationProperties("channelkeeper")
public record BaseUrl(@Name("base-url") @NotNull URI root) {

	/** The full address of a path of ours, which begins with a slash. */
	public URI of(String path) {
		String start = this.root.toString();
		return URI.create((start.endsWith("/") ? start.substring(0, start.length() - 1) : start) + path);
	}

	/**
	 * The same for a mail to a member, who may be in several organizations: whoever
	 * follows it sees the one that it is about, after signing in too (H-23).
	 */
	public URI of(String path, UUID organization) {
		return of(path + (path.contains("?") ? "&" : "?") + "organization=" + organization);
	}

	/** Whether people come over TLS, so that cookies can insist on it. */
	public boolean https() {
		return "https".equalsIgnoreCase(this.root.getScheme());
	}

	@AssertTrue(message = "must be a full address such as https://channels.example.org, without a path")
	boolean isComplete() {
		String path = this.root.getPath();
		return this.root.getHost() != null && (path == null || path.isEmpty() || path.equals("/"));
	}

}
