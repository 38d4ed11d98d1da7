package practice.tiktok;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import practice.ApiFilter;
import practice.Books;
import practice.Fault;
import practice.Faults;
import practice.PracticeClock;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands before the token addresses and the Display API.
 */
final class TikTokFilter extends ApiFilter {

	private final JsonMapper json;

	TikTokFilter(Faults faults, Books books, PracticeClock clock, JsonMapper json) {
		super("/tiktok/api/", faults, books, clock);
		this.json = json;
	}

	@Override
	protected String network(String path) {
		return "tiktok";
	}

	/** TikTok has one limit only, per sliding minute, and says nothing of its time. */
	@Override
	protected void limited(Fault fault, HttpServletResponse response) throws IOException {
		refuse(response, TikTokProblem.api(429, "rate_limit_exceeded",
				"The API rate limit was exceeded. Please try again later."));
	}

	@Override
	protected void outOfOrder(HttpServletResponse response) throws IOException {
		refuse(response, TikTokProblem.api(500, "internal_error", "Something is wrong. Please try again later."));
	}

	private void refuse(HttpServletResponse response, TikTokProblem problem) throws IOException {
		write(response, problem.status, "application/json", this.json.writeValueAsString(problem.body()));
	}

}
