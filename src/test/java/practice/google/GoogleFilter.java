package practice.google;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import practice.ApiFilter;
import practice.Books;
import practice.Fault;
import practice.Faults;
import practice.PracticeClock;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands before the token address and the APIs of practice Google.
 */
final class GoogleFilter extends ApiFilter {

	private final JsonMapper json;

	GoogleFilter(Faults faults, Books books, PracticeClock clock, JsonMapper json) {
		super("/google/api/", faults, books, clock);
		this.json = json;
	}

	@Override
	protected String network(String path) {
		if (path.startsWith("youtube/")) {
			return "youtube";
		}
		return (path.startsWith("account/") || path.startsWith("information/")) ? "google-business" : "google";
	}

	/** YouTube says that the day's units are used up; the others that it was too much. */
	@Override
	protected void limited(Fault fault, HttpServletResponse response) throws IOException {
		switch (fault) {
			case LIMITED -> error(response,
					GoogleException.api(403, "The request cannot be completed because you have exceeded your quota.",
							"youtube.quota", "quotaExceeded", null));
			case LIMITED_USER -> error(response,
					GoogleException.api(403, "Rate Limit Exceeded", "usageLimits", "rateLimitExceeded", null));
			default -> error(response,
					GoogleException.api(429,
							"Quota exceeded for quota metric 'Requests' and limit 'Requests per minute'.", null, null,
							"RESOURCE_EXHAUSTED"));
		}
	}

	@Override
	protected void outOfOrder(HttpServletResponse response) throws IOException {
		error(response, GoogleException.api(503, "Backend Error", "global", "backendError", "UNAVAILABLE"));
	}

	private void error(HttpServletResponse response, GoogleException ex) throws IOException {
		write(response, ex.status, "application/json", this.json.writeValueAsString(ex.body));
	}

}
