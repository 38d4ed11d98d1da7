package io.channelkeeper.picture;

import java.awt.Color;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

import static io.channelkeeper.picture.PictureParts.ascii;
import static io.channelkeeper.picture.PictureParts.bytes;
import static io.channelkeeper.picture.PictureParts.camera;
import static io.channelkeeper.picture.WebpParts.chunk;
import static io.channelkeeper.picture.WebpParts.extended;
import static io.channelkeeper.picture.WebpParts.file;
import static io.channelkeeper.picture.WebpParts.frame;
import static io.channelkeeper.picture.WebpParts.plain;

/**
 * WebP files whose bits ask for more than their pixels do, or that carry more than one
 * picture.
 */
final class HostileWebps {

	private static final int SIDE = 100;

	private static final Color WHITE = Color.WHITE;

	private HostileWebps() {
	}

	/** The number of groups stands in the file: 350 MB and more for 65,536 of them. */
	static Map<String, byte[]> tooLarge() {
		Map<String, byte[]> all = new LinkedHashMap<>();
		all.put("webp of 65,536 groups", file(chunk("VP8L", groups(new WebpParts().header(16), 65_536))));
		all.put("webp of 65,536 groups that ends early", file(chunk("VP8L", groups(new WebpParts().header(16), 20))));
		all.put("webp whose alpha has 65,536 groups", file(extended(16, 16),
				chunk("ALPH", bytes(1), groups(new WebpParts(), 65_536)), WebpParts.lossyHeader(16)));
		return all;
	}

	static Map<String, byte[]> broken() {
		Map<String, byte[]> all = new LinkedHashMap<>();
		all.put("webp of 1,000 transforms", file(chunk("VP8L", transforms(1000))));
		all.put("webp of a code that is not complete", file(chunk("VP8L", incomplete())));
		all.put("webp of a frame in a frame", file(extended(2, 16), nested(100_000)));
		all.put("lossless webp without its end", file(chunk("VP8L", withoutEnd())));
		all.put("lossy webp without its end", file(WebpParts.lossyHeader(2500)));
		return all;
	}

	/** Red, once all is taken as it is meant. */
	static Map<String, byte[]> red(ICC_Profile swapped) {
		Map<String, byte[]> all = new LinkedHashMap<>();
		all.put("webp with a script and EXIF", file(extended(12, SIDE), plain(Color.RED, SIDE),
				chunk("EXIF", camera(6)), chunk("XMP ", ascii(HostilePictures.SCRIPT))));
		all.put("webp with red and green swapped",
				file(extended(32, SIDE), chunk("ICCP", swapped.getData()), plain(Color.GREEN, SIDE)));
		all.put("animated webp", file(extended(2, SIDE), chunk("ANIM", new byte[6]),
				frame(SIDE, plain(Color.RED, SIDE)), frame(SIDE, plain(Color.BLUE, SIDE))));
		all.put("webp of every transform", file(chunk("VP8L", everyTransform())));
		return all;
	}

	/** All pixels belong to the last group of as many as there may be. */
	private static byte[] groups(WebpParts start, int written) {
		WebpParts parts = start.bits(0, 1).bits(0, 1).bits(1, 1).bits(0, 3).bits(0, 1).codes(WHITE);
		for (int code = 0; code < 5 * written; code++) {
			parts.bits(0b1001, 4);
		}
		return parts.all();
	}

	/** Each one is a picture of a sixteenth of the size. */
	private static byte[] transforms(int count) {
		WebpParts parts = new WebpParts().header(2800);
		for (int transform = 0; transform < count; transform++) {
			parts.bits(1, 1).bits(0, 2).bits(0, 3).bits(0, 1).codes(Color.BLACK);
		}
		return parts.bits(0, 3).codes(Color.RED).all();
	}

	/** What they say about red changes nothing. */
	private static byte[] everyTransform() {
		WebpParts parts = new WebpParts().header(SIDE);
		parts.bits(1, 1).bits(1, 2).bits(0, 3).bits(0, 1).codes(new Color(0, 0, 0, 0));
		parts.bits(1, 1).bits(2, 2);
		parts.bits(1, 1).bits(3, 2).bits(0, 8).bits(0, 1).codes(Color.RED);
		return parts.bits(0, 3).codes(new Color(0, 0, 0, 0)).all();
	}

	private static byte[] incomplete() {
		WebpParts parts = new WebpParts().header(SIDE).bits(0, 1).bits(0, 1).bits(1, 1).bits(0, 3).bits(0, 1);
		// Four lengths of codes for lengths, two of them of three bits.
		return parts.bits(0, 1).bits(0, 4).bits(3, 3).bits(3, 3).bits(0, 6).bits(0, 20).codes(WHITE).all();
	}

	/** Each pixel would take a bit. */
	private static byte[] withoutEnd() {
		return new WebpParts().header(2500).bits(0, 3).twoGreens(Color.RED).all();
	}

	private static byte[] nested(int depth) {
		ByteBuffer all = ByteBuffer.allocate(24 * depth).order(ByteOrder.LITTLE_ENDIAN);
		while (all.hasRemaining()) {
			all.put(ascii("ANMF")).putInt(all.remaining() - 4).put(new byte[16]);
		}
		return all.array();
	}

}
