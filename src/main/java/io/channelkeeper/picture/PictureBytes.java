package io.channelkeeper.picture;

import java.util.Optional;
import java.util.UUID;

/**
 * Where the bytes of pictures lie: equal ones once per organization, under the hash of
 * their content. {@link ShownPictures} says in which order bytes and the rows that show
 * them come and go.
 */
interface PictureBytes {

	/**
	 * Keeps a picture in all its sizes, before anything shows it; to keep it again
	 * changes nothing. Never called inside of a transaction: the bytes may lie elsewhere.
	 * @throws PicturesAwayException if they cannot be kept now
	 */
	void put(UUID organization, NormalizedPicture picture);

	/** Whether a picture is kept in all its sizes. Asks the database alone. */
	boolean has(UUID organization, String hash);

	/**
	 * Reads a picture. Never called inside of a transaction.
	 * @param size length of its side in pixels
	 * @throws PicturesAwayException if it cannot be read now
	 */
	Optional<StoredPicture> get(UUID organization, String hash, int size);

	/**
	 * Lets go of a picture that nothing shows any more. Called inside of the transaction
	 * that took it away, with the organization's pictures locked; bytes outside of the
	 * database go after its commit.
	 */
	void forgetUnused(UUID organization, String hash);

	/**
	 * Finishes what was begun and left, a bounded part of it.
	 * @throws PicturesAwayException if that cannot be done now
	 */
	default void tidy() {
	}

}
