package io.channelkeeper.connection;

/**
 * A member came back to a channel that was put away meanwhile, or may not be connected by
 * that member any more; nothing was connected.
 */
public class SignInWithdrawnException extends RuntimeException {

	private final String returnPath;

	SignInWithdrawnException(String returnPath) {
		super("Nothing was connected");
		this.returnPath = returnPath;
	}

	/** Where the member was: a path of ours. */
	public String returnPath() {
		return this.returnPath;
	}

}
