package io.channelkeeper.picture;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/**
 * A picture as it is served.
 *
 * @param hash names the picture by its content
 * @param size length of its side in pixels, as asked for
 * @param contentType the type that was written, never a far side's word
 * @param content the bytes
 */
public record StoredPicture(String hash, int size, String contentType, Resource content) {

	private static final String NOTHING = "nothing";

	private static final String EMPTY = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>";

	/** Covers nothing, so that initials behind it show in place of a broken image. */
	static StoredPicture nothing() {
		return new StoredPicture(NOTHING, 1, "image/svg+xml",
				new ByteArrayResource(EMPTY.getBytes(StandardCharsets.UTF_8)));
	}

	/** Names exactly these bytes. */
	public String etag() {
		return "\"" + this.hash + "-" + this.size + "\"";
	}

	/** How long a browser may show it at an address that does not name its content. */
	public Duration freshFor() {
		return this.hash.equals(NOTHING) ? Duration.ZERO : Duration.ofHours(1);
	}

}
