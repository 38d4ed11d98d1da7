package practice.instagram;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An error of the graph host.
 */
@SuppressWarnings("serial")
final class GraphRefusal extends RuntimeException {

	final int status;

	private final int code;

	private final @Nullable Integer subcode;

	private final boolean isTransient;

	GraphRefusal(int status, int code, @Nullable Integer subcode, boolean isTransient, String message) {
		super(message, null, false, false);
		this.status = status;
		this.code = code;
		this.subcode = subcode;
		this.isTransient = isTransient;
	}

	static GraphRefusal of(int code, String message) {
		return new GraphRefusal(400, code, null, false, message);
	}

	Map<String, Object> body() {
		Map<String, Object> error = new LinkedHashMap<>();
		error.put("message", String.valueOf(getMessage()));
		error.put("type", "OAuthException");
		error.put("code", this.code);
		if (this.subcode != null) {
			error.put("error_subcode", this.subcode);
		}
		if (this.isTransient) {
			error.put("is_transient", true);
		}
		error.put("fbtrace_id", "Az" + Integer.toHexString(hashCode()));
		return Map.of("error", error);
	}

}
