package io.channelkeeper.picture;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the pictures of one kind of owner: channels, or other accounts that are offered.
 */
interface PictureShelf {

	/**
	 * Takes on one picture that is due.
	 * @param owner this owner's only, or null for whichever is due first
	 */
	Optional<DuePicture> claim(@Nullable UUID owner);

	/**
	 * Keeps a picture as the owner's.
	 * @return whether another one was shown until then
	 * @throws PicturesAwayException if the picture store does not answer or refuses
	 * @throws PictureOvertakenException if it is no longer the one that is offered
	 */
	boolean keep(DuePicture due, NormalizedPicture picture, String sourceHash);

	/**
	 * Notes that the same bytes came again.
	 * @throws PictureOvertakenException if it is no longer the one that is offered
	 */
	void unchanged(DuePicture due);

	/**
	 * Notes that there was none to be had.
	 * @param pause until the next attempt, or null when there is none
	 * @throws PictureOvertakenException if it is no longer the one that is offered
	 */
	void missing(DuePicture due, MissingReason reason, @Nullable Duration pause);

	/**
	 * Puts off what failed here, which says nothing about the picture.
	 * @param pause until the next attempt, or null when there is none
	 */
	void putOff(DuePicture due, @Nullable Duration pause);

}
