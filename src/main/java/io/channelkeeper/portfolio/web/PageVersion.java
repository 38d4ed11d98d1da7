package io.channelkeeper.portfolio.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A short word for everything that a page shows: an asking page that knows it already
 * needs no answer.
 */
final class PageVersion {

	private PageVersion() {
	}

	/** The word for views, which are records down to their texts. */
	static String of(Object... views) {
		CRC32 sum = new CRC32();
		sum.update(List.of(views).toString().getBytes(StandardCharsets.UTF_8));
		return Long.toHexString(sum.getValue());
	}

}
