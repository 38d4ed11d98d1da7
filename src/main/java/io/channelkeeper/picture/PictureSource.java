package io.channelkeeper.picture;

import java.io.IOException;

/**
 * An uploaded file. It is read when a decoder is free and not before, so that those who
 * wait take no memory.
 */
@FunctionalInterface
public interface PictureSource {

	/**
	 * All of its bytes.
	 * @throws IOException if the upload cannot be read
	 */
	byte[] read() throws IOException;

}
