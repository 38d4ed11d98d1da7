package practice.facebook;

import org.jspecify.annotations.Nullable;

/**
 * An answer of the Graph API that is an error.
 */
@SuppressWarnings("serial")
final class GraphException extends RuntimeException {

	final int status;

	final String type;

	final int code;

	final @Nullable Integer subcode;

	final boolean isTransient;

	GraphException(int status, String type, int code, @Nullable Integer subcode, boolean isTransient, String message) {
		super(message, null, false, false);
		this.status = status;
		this.type = type;
		this.code = code;
		this.subcode = subcode;
		this.isTransient = isTransient;
	}

	static GraphException of(int code, String message) {
		return new GraphException(400, "OAuthException", code, null, false, message);
	}

	static GraphException of(int code, int subcode, String message) {
		return new GraphException(400, "OAuthException", code, subcode, false, message);
	}

	static GraphException rejected(Rejection why, String message) {
		return new GraphException(400, "OAuthException", 190, why.subcode(), false, message);
	}

	static GraphException parameter(String message) {
		return of(100, message);
	}

	/** The object is gone, or this token may not see it: Graph does not tell which. */
	static GraphException missing(String id) {
		return new GraphException(400, "GraphMethodException", 100, 33, false,
				"Unsupported get request. Object with ID '" + id + "' does not exist, cannot be loaded due to missing"
						+ " permissions, or does not support this operation.");
	}

	String message() {
		String message = getMessage();
		return (message != null) ? message : "";
	}

}
