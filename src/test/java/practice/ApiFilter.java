package practice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before a provider's API: writes every call into the books and answers wrongly
 * where that was planned.
 */
public abstract class ApiFilter extends OncePerRequestFilter {

	private static final Duration SLOW = Duration.ofSeconds(30);

	private final String path;

	private final Faults faults;

	private final Books books;

	private final PracticeClock clock;

	/**
	 * @param path how the API's addresses begin
	 */
	protected ApiFilter(String path, Faults faults, Books books, PracticeClock clock) {
		this.path = path;
		this.faults = faults;
		this.books = books;
		this.clock = clock;
	}

	/**
	 * The network that a call belongs to, as {@link Faults} and {@link Books} name it.
	 */
	protected abstract String network(String path);

	/** Adds what the network says beside every proper answer. */
	protected void dress(HttpServletResponse response) {
	}

	/** Answers in the network's own way that it was asked too often. */
	protected abstract void limited(Fault fault, HttpServletResponse response) throws IOException;

	/** Answers in the network's own way that it is out of order for a moment. */
	protected abstract void outOfOrder(HttpServletResponse response) throws IOException;

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !request.getRequestURI().startsWith(this.path);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String called = request.getRequestURI().substring(this.path.length());
		String network = network(called);
		try {
			Fault fault = this.faults.take(network, called).orElse(null);
			if (fault == Fault.SLOW) {
				wait(SLOW);
			}
			if (fault == null || fault == Fault.SLOW) {
				dress(response);
				chain.doFilter(request, response);
			}
			else {
				answer(fault, response);
			}
		}
		finally {
			this.books.called(new Books.Call(this.clock.instant(), network, request.getMethod(), "/" + called,
					List.copyOf(new TreeSet<>(request.getParameterMap().keySet())), response.getStatus()));
		}
	}

	private void answer(Fault fault, HttpServletResponse response) throws IOException {
		switch (fault) {
			case LIMITED, LIMITED_USER, LIMITED_PAGE, LIMITED_INSTAGRAM, LIMITED_CUSTOM -> limited(fault, response);
			case TOO_MANY_REQUESTS -> write(response, 429, "text/plain", "Too Many Requests");
			case TRANSIENT -> outOfOrder(response);
			case SERVER_ERROR -> write(response, 500, "text/html",
					"<!doctype html><html><head><title>Error</title></head><body>Sorry, something went wrong.</body></html>");
			case GARBAGE -> write(response, 200, "text/html",
					"<!doctype html><html><head><title>Maintenance \u2620</title></head><body>%%%</body></html>");
			case TORN -> write(response, 200, "application/json", "{\"data\":[{\"id\":\"20011\",\"na");
			case EMPTY -> write(response, 200, "application/json", "");
			case SLOW -> throw new IllegalStateException("answered elsewhere");
		}
	}

	protected static void write(HttpServletResponse response, int status, String type, String body) throws IOException {
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
