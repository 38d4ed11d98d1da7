package io.channelkeeper.connection;

/**
 * Somebody came back whom nobody sent, or came back twice: nothing happens, and the page
 * does not say which it was.
 */
public class UnknownSignInException extends RuntimeException {

	UnknownSignInException() {
		super("No open attempt");
	}

}
