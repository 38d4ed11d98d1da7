package practice.linkedin;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import practice.ApiFilter;
import practice.Books;
import practice.Fault;
import practice.Faults;
import practice.PracticeClock;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands before LinkedIn's API, the token addresses included. LinkedIn tells neither
 * before nor after how much may be asked.
 */
final class LinkedInFilter extends ApiFilter {

	private final JsonMapper json;

	LinkedInFilter(Faults faults, Books books, PracticeClock clock, JsonMapper json) {
		super("/linkedin/api/", faults, books, clock);
		this.json = json;
	}

	@Override
	protected String network(String path) {
		return "linkedin";
	}

	@Override
	protected void limited(Fault fault, HttpServletResponse response) throws IOException {
		String message = (fault == Fault.LIMITED_USER)
				? "Resource level throttle MEMBER DAY limit for calls to this resource is reached."
				: "Resource level throttle limit for calls to this resource is reached";
		error(response, 429, "TOO_MANY_REQUESTS", message);
	}

	@Override
	protected void outOfOrder(HttpServletResponse response) throws IOException {
		error(response, 500, "INTERNAL_SERVER_ERROR", "Internal Server Error");
	}

	private void error(HttpServletResponse response, int status, String code, String message) throws IOException {
		write(response, status, "application/json",
				this.json.writeValueAsString(Map.of("status", status, "code", code, "message", message)));
	}

}
