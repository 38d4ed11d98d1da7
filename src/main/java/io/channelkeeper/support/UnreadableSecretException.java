package io.channelkeeper.support;

import org.jspecify.annotations.Nullable;

/**
 * A sealed value cannot be opened with the keys at hand (B-18).
 */
public class UnreadableSecretException extends RuntimeException {

	private final @Nullable Integer key;

	/**
	 * A value that cannot be opened.
	 * @param place where it stands
	 * @param key the id of the key that it says it is sealed with, or null
	 * @param cause what was wrong
	 */
	public UnreadableSecretException(SealedPlace place, @Nullable Integer key, Throwable cause) {
		super("Cannot open " + place.column() + " of " + place.row(), cause);
		this.key = key;
	}

	/** The id of the key that the value says it is sealed with, or null. */
	public @Nullable Integer key() {
		return this.key;
	}

}
