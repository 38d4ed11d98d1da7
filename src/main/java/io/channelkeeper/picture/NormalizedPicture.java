package io.channelkeeper.picture;

import java.util.List;
import java.util.Map;

/**
 * A picture in the sizes that are shown.
 *
 * @param contents JPEG by the side in pixels, 512 and 96; smaller originals are not
 * enlarged
 */
record NormalizedPicture(Map<Integer, byte[]> contents) {

	static final int LARGE = 512;

	static final int SMALL = 96;

	static final List<Integer> SIZES = List.of(LARGE, SMALL);

	static final String CONTENT_TYPE = "image/jpeg";

	/** SHA-256 of the JPEG of 512 px, in lower-case hex. */
	String hash() {
		return Sha256.hex(content(LARGE));
	}

	byte[] content(int size) {
		byte[] content = this.contents.get(size);
		if (content == null) {
			throw new IllegalArgumentException("No size " + size);
		}
		return content;
	}

}
