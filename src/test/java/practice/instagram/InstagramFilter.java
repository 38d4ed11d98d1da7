package practice.instagram;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import practice.ApiFilter;
import practice.Books;
import practice.Fault;
import practice.Faults;
import practice.PracticeClock;

/**
 * Stands before the API of practice Instagram.
 */
final class InstagramFilter extends ApiFilter {

	static final String PATH = "/instagram/api/";

	private final JsonMapper json;

	InstagramFilter(Faults faults, Books books, PracticeClock clock, JsonMapper json) {
		super(PATH, faults, books, clock);
		this.json = json;
	}

	@Override
	protected String network(String path) {
		return "instagram";
	}

	@Override
	protected void dress(HttpServletResponse response) {
		response.setHeader("X-App-Usage", "{\"call_count\":2,\"total_cputime\":0,\"total_time\":1}");
	}

	@Override
	protected void limited(Fault fault, HttpServletResponse response) throws IOException {
		if (fault == Fault.LIMITED_INSTAGRAM) {
			response.setHeader("X-Business-Use-Case-Usage",
					"{\"17841400000000011\":[{\"type\":\"instagram\",\"call_count\":100,\"total_cputime\":25,"
							+ "\"total_time\":25,\"estimated_time_to_regain_access\":19}]}");
			error(response, GraphRefusal.of(80002,
					"(#80002) There have been too many calls to this Instagram account. Wait a bit and try again."));
			return;
		}
		response.setHeader("X-App-Usage", "{\"call_count\":100,\"total_cputime\":25,\"total_time\":25}");
		error(response, new GraphRefusal(403, 4, null, false, "(#4) Application request limit reached"));
	}

	@Override
	protected void outOfOrder(HttpServletResponse response) throws IOException {
		error(response, new GraphRefusal(500, 2, null, true, "(#2) Service temporarily unavailable"));
	}

	private void error(HttpServletResponse response, GraphRefusal refusal) throws IOException {
		write(response, refusal.status, "application/json", this.json.writeValueAsString(refusal.body()));
	}

}
