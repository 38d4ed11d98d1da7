package practice.facebook;

import org.jspecify.annotations.Nullable;

/**
 * Why a token is not accepted: the subcodes under code 190.
 */
enum Rejection {

	UNKNOWN(null, "Invalid OAuth access token - Cannot parse access token", "unknown"),

	PAGE_DELETED(null, "This Page access token belongs to a Page that has been deleted.", "page deleted"),

	APP_REMOVED(458, "Error validating access token: The user has not authorized application 5501.", "app removed"),

	CHECKPOINT(459,
			"Error validating access token: You cannot access the app till you log in to www.facebook.com"
					+ " and follow the instructions given.",
			"security check"),

	PASSWORD_CHANGED(460,
			"Error validating access token: The session has been invalidated because the user changed"
					+ " their password or Facebook has changed the session for security reasons.",
			"password changed"),

	EXPIRED(463, "Error validating access token: Session has expired on %s. The current time is %s.", "expired"),

	UNCONFIRMED(464,
			"Error validating access token: Sessions for the user are not allowed because the user is not"
					+ " a confirmed user.",
			"not confirmed"),

	LOGGED_OUT(467, "Error validating access token: The session is invalid because the user logged out.", "logged out"),

	BLOCKED(490, "Error validating access token: The user is enrolled in a blocking, logged-in checkpoint", "locked"),

	ROLE_LOST(492, "Error validating access token: The user must be an administrator, editor, or moderator of the"
			+ " page in order to impersonate it. If the page business requires Two Factor Authentication, the user"
			+ " also needs to enable Two Factor Authentication.", "page role lost");

	private final @Nullable Integer subcode;

	private final String message;

	private final String inWords;

	Rejection(@Nullable Integer subcode, String message, String inWords) {
		this.subcode = subcode;
		this.message = message;
		this.inWords = inWords;
	}

	@Nullable Integer subcode() {
		return this.subcode;
	}

	String message() {
		return this.message;
	}

	String inWords() {
		return this.inWords;
	}

}
