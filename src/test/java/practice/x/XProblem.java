package practice.x;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer of X's API that is an error, in one of its three shapes.
 */
@SuppressWarnings("serial")
final class XProblem extends RuntimeException {

	final int status;

	final transient Map<String, Object> body;

	private XProblem(int status, Map<String, Object> body) {
		super("status " + status, null, false, false);
		this.status = status;
		this.body = body;
	}

	/** As the token address says it. */
	static XProblem oauth(int status, String error, String description) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("error", error);
		body.put("error_description", description);
		return new XProblem(status, body);
	}

	/** As version 2 says it. */
	static XProblem titled(int status, String title, String type, String detail) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("title", title);
		body.put("type", type.equals("about:blank") ? type : "https://api.x.com/2/problems/" + type);
		body.put("status", status);
		body.put("detail", detail);
		return new XProblem(status, body);
	}

	/** As version 1 said it. */
	static XProblem coded(int status, int code, String message) {
		return new XProblem(status, Map.of("errors", List.of(Map.of("code", code, "message", message))));
	}

	static XProblem unauthorized() {
		return titled(401, "Unauthorized", "about:blank", "Unauthorized");
	}

	static XProblem limited() {
		return coded(429, 88, "Rate limit exceeded");
	}

	static XProblem creditsDepleted() {
		return titled(402, "CreditsDepleted", "credits",
				"Your enrolled account does not have any credits to fulfill this request.");
	}

}
