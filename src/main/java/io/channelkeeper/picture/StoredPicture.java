package io.channelkeeper.picture;

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

	/** Names exactly these bytes. */
	public String etag() {
		return "\"" + this.hash + "-" + this.size + "\"";
	}

}
