package io.channelkeeper.picture;

import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.util.Arrays;

import static io.channelkeeper.picture.PictureParts.ascii;

/**
 * A printer's profile (ICC.1) by which all inks make the same grey, as nothing but a
 * profile does.
 */
final class CmykProfile {

	/** Lab's middle in sRGB. */
	static final int GREY = 119;

	private static final int INKS = 4;

	private static final int LAB = 3;

	private CmykProfile() {
	}

	static ICC_Profile make() {
		byte[] table = table();
		ByteBuffer all = ByteBuffer.allocate(128 + 4 + 12 + table.length);
		all.putInt(all.capacity()).putInt(0).putInt(0x02100000).put(ascii("prtrCMYKLab "));
		all.position(36).put(ascii("acsp"));
		// The light by which colours are compared, D50.
		all.position(68).putInt(0xf6d6).putInt(0x10000).putInt(0xd32d);
		all.position(128).putInt(1).put(ascii("A2B0")).putInt(144).putInt(table.length).put(table);
		return ICC_Profile.getInstance(all.array());
	}

	/** From eight bits of each ink to eight of each number of Lab. */
	private static byte[] table() {
		ByteBuffer table = ByteBuffer.allocate(48 + 256 * INKS + 16 * LAB + 256 * LAB);
		table.put(ascii("mft1")).putInt(0).put((byte) INKS).put((byte) LAB).put((byte) 2).put((byte) 0);
		for (int cell = 0; cell < 9; cell++) {
			table.putInt((cell % 4 == 0) ? 0x10000 : 0);
		}
		straight(table, INKS);
		byte[] middle = new byte[16 * LAB];
		Arrays.fill(middle, (byte) 128);
		straight(table.put(middle), LAB);
		return table.array();
	}

	private static void straight(ByteBuffer table, int count) {
		for (int value = 0; value < 256 * count; value++) {
			table.put((byte) value);
		}
	}

}
