package practice.facebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import practice.Books;
import practice.Fault;
import practice.Faults;
import practice.PracticeClock;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the Graph API: writes every call into the books and answers wrongly where
 * that was planned.
 */
final class GraphFilter extends OncePerRequestFilter {

	static final String PATH = "/facebook/graph/";

	private static final Duration SLOW = Duration.ofSeconds(30);

	private final Faults faults;

	private final Books books;

	private final PracticeClock clock;

	private final JsonMapper json;

	GraphFilter(Faults faults, Books books, PracticeClock clock, JsonMapper json) {
		this.faults = faults;
		this.books = books;
		this.clock = clock;
		this.json = json;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !request.getRequestURI().startsWith(PATH);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String path = request.getRequestURI().substring(PATH.length());
		String network = path.contains("/17841") ? "instagram" : "facebook";
		try {
			Fault fault = this.faults.take(network, path).orElse(null);
			if (fault == Fault.SLOW) {
				wait(SLOW);
			}
			if (fault == null || fault == Fault.SLOW) {
				response.setHeader("X-App-Usage", "{\"call_count\":3,\"total_cputime\":1,\"total_time\":2}");
				chain.doFilter(request, response);
			}
			else {
				answer(fault, response);
			}
		}
		finally {
			this.books.called(new Books.Call(this.clock.instant(), network, request.getMethod(), "/" + path,
					List.copyOf(new TreeSet<>(request.getParameterMap().keySet())), response.getStatus()));
		}
	}

	private void answer(Fault fault, HttpServletResponse response) throws IOException {
		switch (fault) {
			case LIMITED -> limited(response, 4, "(#4) Application request limit reached");
			case LIMITED_USER -> limited(response, 17, "(#17) User request limit reached");
			case LIMITED_PAGE -> limited(response, 80001,
					"(#80001) There have been too many calls to this Page account." + " Wait a bit and try again.");
			case LIMITED_INSTAGRAM -> limited(response, 80002, "(#80002) There have been too many calls to this"
					+ " Instagram account. Wait a bit and try again.");
			case LIMITED_CUSTOM -> limited(response, 613, "(#613) Calls to this api have exceeded the rate limit.");
			case TOO_MANY_REQUESTS -> write(response, 429, "text/plain", "Too Many Requests");
			case TRANSIENT -> error(response,
					new GraphException(500, "OAuthException", 2, null, true, "(#2) Service temporarily unavailable"));
			case SERVER_ERROR -> write(response, 500, "text/html",
					"<!doctype html><html><head><title>Error</title></head><body>Sorry, something went wrong.</body></html>");
			case GARBAGE -> write(response, 200, "text/html",
					"<!doctype html><html><head><title>Maintenance \u2620</title></head><body>%%%</body></html>");
			case TORN -> write(response, 200, "application/json", "{\"data\":[{\"id\":\"20011\",\"na");
			case EMPTY -> write(response, 200, "application/json", "");
			case SLOW -> throw new IllegalStateException("answered elsewhere");
		}
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

	private static void write(HttpServletResponse response, int status, String type, String body) throws IOException {
		response.setStatus(status);
		response.setContentType(type);
		response.setCharacterEncoding(StandardCharsets.UTF_8);
		response.getWriter().write(body);
	}

	private static void wait(Duration time) {
		try {
			Thread.sleep(time);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
