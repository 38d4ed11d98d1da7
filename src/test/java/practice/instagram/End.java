package practice.instagram;

import org.jspecify.annotations.Nullable;

/**
 * Why a token is not accepted: the subcodes under code 190, as on Facebook's host.
 */
enum End {

	UNKNOWN(null, "Invalid OAuth access token - Cannot parse access token", "unknown"),

	APP_REMOVED(458, "Error validating access token: The user has not authorized application 6601.", "app removed"),

	CHECKPOINT(459,
			"Error validating access token: You cannot access the app till you log in to www.instagram.com"
					+ " and follow the instructions given.",
			"security check"),

	PASSWORD_CHANGED(460,
			"Error validating access token: The session has been invalidated because the user changed"
					+ " their password or Instagram has changed the session for security reasons.",
			"password changed"),

	EXPIRED(463, "Error validating access token: Session has expired", "expired"),

	BLOCKED(490, "Error validating access token: The user is enrolled in a blocking, logged-in checkpoint", "locked");

	private final @Nullable Integer subcode;

	private final String message;

	private final String inWords;

	End(@Nullable Integer subcode, String message, String inWords) {
		this.subcode = subcode;
		this.message = message;
		this.inWords = inWords;
	}

	GraphRefusal refusal() {
		return new GraphRefusal(400, 190, this.subcode, false, this.message);
	}

	String inWords() {
		return this.inWords;
	}

}
