package io.channelkeeper.picture;

import java.util.UUID;

/**
 * While a picture was fetched it was forgotten, or another address was told, so that what
 * came is not kept.
 */
class PictureOvertakenException extends RuntimeException {

	PictureOvertakenException(UUID owner) {
		super("The picture of " + owner + " is no longer the one that was asked for");
	}

}
