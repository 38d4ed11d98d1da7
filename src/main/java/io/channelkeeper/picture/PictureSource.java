package io.channelkeeper.picture;

import java.io.IOException;

/**
 * A file that somebody uploaded. It is read when its turn has come and not before, so
 * that those who wait take no memory.
 */
@FunctionalInterface
public interface PictureSource {

	/** All of its bytes. */
	byte[] read() throws IOException;

}
