package io.channelkeeper.picture;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/**
 * A picture as it is served.
 *
 * @param hash of the picture, in lower-case hex
 * @param size 512 or 96: the side in pixels that was asked for; smaller originals are not
 * enlarged
 * @param contentType the type that was encoded here, never one that a server claimed
 * @param content the bytes
 */
public record StoredPicture(String hash, int size, String contentType, Resource content) {

	private static final String NOTHING = "nothing";

	private static final String EMPTY = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>";

	/** An empty SVG, so that initials behind it show in place of a broken image. */
	static StoredPicture nothing() {
		return new StoredPicture(NOTHING, 1, "image/svg+xml",
				new ByteArrayResource(EMPTY.getBytes(StandardCharsets.UTF_8)));
	}

	/** The ETag, in quotes. */
	public String etag() {
		return "\"" + this.hash + "-" + this.size + "\"";
	}

	/** How long a browser may cache it under a URL without hash. */
	public Duration freshFor() {
		return this.hash.equals(NOTHING) ? Duration.ZERO : Duration.ofHours(1);
	}

}
