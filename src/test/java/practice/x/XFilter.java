package practice.x;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.http.HttpServletResponse;
import practice.ApiFilter;
import practice.Books;
import practice.Fault;
import practice.Faults;
import practice.PracticeClock;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands before X's API.
 */
final class XFilter extends ApiFilter {

	private static final Duration WINDOW = Duration.ofMinutes(15);

	private final PracticeClock clock;

	private final JsonMapper json;

	XFilter(Faults faults, Books books, PracticeClock clock, JsonMapper json) {
		super("/x/api/", faults, books, clock);
		this.clock = clock;
		this.json = json;
	}

	@Override
	protected String network(String path) {
		return "x";
	}

	/** Of the app, of the person, of the app's monthly cap, and of its credits. */
	@Override
	protected void limited(Fault fault, HttpServletResponse response) throws IOException {
		switch (fault) {
			case LIMITED_CUSTOM -> problem(response, XProblem.creditsDepleted());
			case LIMITED_PAGE -> problem(response, XProblem.titled(429, "UsageCapExceeded", "usage-capped",
					"Usage cap exceeded: Monthly product cap"));
			default -> {
				response.setHeader("x-rate-limit-limit", "75");
				response.setHeader("x-rate-limit-remaining", "0");
				response.setHeader("x-rate-limit-reset",
						String.valueOf(this.clock.instant().plus(WINDOW).getEpochSecond()));
				problem(response,
						(fault == Fault.LIMITED_USER)
								? XProblem.titled(429, "Too Many Requests", "rate-limit-exceeded", "Too Many Requests")
								: XProblem.limited());
			}
		}
	}

	@Override
	protected void outOfOrder(HttpServletResponse response) throws IOException {
		problem(response, XProblem.titled(503, "Service Unavailable", "about:blank", "Service Unavailable"));
	}

	private void problem(HttpServletResponse response, XProblem problem) throws IOException {
		write(response, problem.status,
				problem.body.containsKey("title") ? "application/problem+json" : "application/json",
				this.json.writeValueAsString(problem.body));
	}

}
