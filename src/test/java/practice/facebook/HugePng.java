package practice.facebook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * A whole and valid PNG of 30,000 by 30,000 black pixels in about 100 kB.
 */
final class HugePng {

	private static final int SIDE = 30_000;

	private HugePng() {
	}

	static byte[] make() {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.writeBytes(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' });
		ByteBuffer header = ByteBuffer.allocate(13).putInt(SIDE).putInt(SIDE).put((byte) 1);
		chunk(file, "IHDR", header.array());
		chunk(file, "IDAT", rows());
		chunk(file, "IEND", new byte[0]);
		return file.toByteArray();
	}

	private static byte[] rows() {
		ByteArrayOutputStream data = new ByteArrayOutputStream();
		byte[] row = new byte[1 + (SIDE + 7) / 8];
		Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
		try (DeflaterOutputStream out = new DeflaterOutputStream(data, deflater)) {
			for (int y = 0; y < SIDE; y++) {
				out.write(row);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			deflater.end();
		}
		return data.toByteArray();
	}

	private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
		byte[] name = type.getBytes(StandardCharsets.US_ASCII);
		CRC32 sum = new CRC32();
		sum.update(name);
		sum.update(data);
		file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
		file.writeBytes(name);
		file.writeBytes(data);
		file.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
	}

}
