package io.channelkeeper.support;

import java.io.IOException;

import javax.imageio.stream.ImageInputStreamImpl;

/**
 * What a decoder reads a WebP from. Lossless ones that end early would cost it an
 * exception for each bit that is missing, minutes for a large picture: this stream ends
 * with one that it does not go on after.
 */
final class WebpStream extends ImageInputStreamImpl {

	/** How far the decoder reads ahead, rounded up. */
	private static final int AHEAD = 64;

	private final byte[] file;

	WebpStream(byte[] file) {
		this.file = file;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		read(one, 0, 1);
		return one[0] & 0xff;
	}

	@Override
	public int read(byte[] into, int offset, int length) throws IOException {
		this.bitOffset = 0;
		for (int at = offset; at < offset + length; at++) {
			into[at] = next();
		}
		return length;
	}

	/** Zeros for a while after the end. */
	private byte next() throws IOException {
		if (this.streamPos >= this.file.length + AHEAD) {
			throw new IOException("Ends early");
		}
		int at = (int) this.streamPos++;
		return (at < this.file.length) ? this.file[at] : 0;
	}

	@Override
	public long length() {
		return this.file.length;
	}

}
