package io.channelkeeper.picture;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the URL of a picture names: content, not a file.
 *
 * @param hash 64 digits of lower-case hex
 * @param size 512 or 96: the side in pixels
 */
public record PictureAddress(String hash, int size) {

	private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

	/** Reads a URL that anybody may have typed; empty where it is malformed. */
	public static Optional<PictureAddress> parse(String hash, String size) {
		return HASH.matcher(hash).matches() ? NormalizedPicture.SIZES.stream()
			.filter((known) -> known.toString().equals(size))
			.findFirst()
			.map((known) -> new PictureAddress(hash, known)) : Optional.empty();
	}

	/** The ETag, in quotes. */
	public String etag() {
		return "\"" + this.hash + "-" + this.size + "\"";
	}

}
