package practice.facebook;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import practice.ApiFilter;
import practice.Books;
import practice.Fault;
import practice.Faults;
import practice.PracticeClock;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands before the Graph API.
 */
final class GraphFilter extends ApiFilter {

	static final String PATH = "/facebook/graph/";

	private final JsonMapper json;

	GraphFilter(Faults faults, Books books, PracticeClock clock, JsonMapper json) {
		super(PATH, faults, books, clock);
		this.json = json;
	}

	@Override
	protected String network(String path) {
		return path.contains("/17841") ? "instagram" : "facebook";
	}

	@Override
	protected void dress(HttpServletResponse response) {
		response.setHeader("X-App-Usage", "{\"call_count\":3,\"total_cputime\":1,\"total_time\":2}");
	}

	@Override
	protected void limited(Fault fault, HttpServletResponse response) throws IOException {
		switch (fault) {
			case LIMITED_USER -> limited(response, 17, "(#17) User request limit reached");
			case LIMITED_PAGE -> limited(response, 80001,
					"(#80001) There have been too many calls to this Page account. Wait a bit and try again.");
			case LIMITED_INSTAGRAM -> limited(response, 80002, "(#80002) There have been too many calls to this"
					+ " Instagram account. Wait a bit and try again.");
			case LIMITED_CUSTOM -> limited(response, 613, "(#613) Calls to this api have exceeded the rate limit.");
			default -> limited(response, 4, "(#4) Application request limit reached");
		}
	}

	@Override
	protected void outOfOrder(HttpServletResponse response) throws IOException {
		error(response,
				new GraphException(500, "OAuthException", 2, null, true, "(#2) Service temporarily unavailable"));
	}

	private void limited(HttpServletResponse response, int code, String message) throws IOException {
		if (code >= 80000) {
			response.setHeader("X-Business-Use-Case-Usage",
					"{\"17841400000000011\":[{\"type\":\"" + ((code == 80002) ? "instagram" : "pages")
							+ "\",\"call_count\":100,\"total_cputime\":25,\"total_time\":25,"
							+ "\"estimated_time_to_regain_access\":19}]}");
		}
		else {
			response.setHeader("X-App-Usage", "{\"call_count\":100,\"total_cputime\":25,\"total_time\":25}");
		}
		error(response, new GraphException((code == 4) ? 403 : 400, "OAuthException", code, null, false, message));
	}

	private void error(HttpServletResponse response, GraphException ex) throws IOException {
		write(response, ex.status, "application/json", this.json.writeValueAsString(GraphErrors.body(ex)));
	}

}
