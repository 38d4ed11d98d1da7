package io.channelkeeper.organization;

/**
 * A file that is no picture, or too large for one.
 */
public class UnusableLogoException extends RuntimeException {

	UnusableLogoException() {
		super("Not a usable picture");
	}

	UnusableLogoException(Throwable cause) {
		super("Not a usable picture", cause);
	}

}
