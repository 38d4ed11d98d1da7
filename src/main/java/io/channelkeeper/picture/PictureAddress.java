package io.channelkeeper.picture;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an address of a picture names: content, not a file.
 *
 * @param hash of the content
 * @param size length of its side in pixels
 */
public record PictureAddress(String hash, int size) {

	private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

	/** Reads an address that anybody may have typed; empty where it names nothing. */
	public static Optional<PictureAddress> parse(String hash, String size) {
		return HASH.matcher(hash).matches() ? NormalizedPicture.SIZES.stream()
			.filter((known) -> known.toString().equals(size))
			.findFirst()
			.map((known) -> new PictureAddress(hash, known)) : Optional.empty();
	}

	/** Names exactly these bytes. */
	public String etag() {
		return "\"" + this.hash + "-" + this.size + "\"";
	}

}
