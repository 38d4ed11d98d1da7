package io.channelkeeper.support;

/**
 * A sealed value cannot be opened with the keys at hand (B-18).
 */
public class UnreadableSecretException extends RuntimeException {

	public UnreadableSecretException(SealedPlace place, Throwable cause) {
		super("Cannot open " + place.column() + " of " + place.row(), cause);
	}

}
