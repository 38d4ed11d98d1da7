package practice;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What the practice networks issued and were asked, for whoever judges afterwards.
 */
public final class Books {

	private static final int LIMIT = 20_000;

	private final Deque<Call> calls = new ArrayDeque<>();

	private final List<Issued> issued = new ArrayList<>();

	private final Map<String, Long> counts = new TreeMap<>();

	/** One thing was issued: a code or a token. */
	public synchronized void issued(Issued thing) {
		this.issued.add(thing);
	}

	/** One call was answered. */
	public synchronized void called(Call call) {
		this.calls.addLast(call);
		if (this.calls.size() > LIMIT) {
			this.calls.removeFirst();
		}
		this.counts.merge(call.network() + " " + call.status(), 1L, Long::sum);
	}

	/** The last calls, the oldest first. */
	public synchronized List<Call> calls() {
		return List.copyOf(this.calls);
	}

	public synchronized List<Issued> issued() {
		return List.copyOf(this.issued);
	}

	/** How many calls of each network were answered with which status. */
	public synchronized Map<String, Long> counts() {
		return Map.copyOf(this.counts);
	}

	/** Forgets the calls; what was issued stays. */
	public synchronized void forgetCalls() {
		this.calls.clear();
		this.counts.clear();
	}

	/**
	 * A call of the application.
	 *
	 * @param at when
	 * @param network which network answered
	 * @param method the HTTP method
	 * @param path the path without the query
	 * @param parameters names of the parameters sent, never their values
	 * @param status the HTTP status answered
	 */
	public record Call(Instant at, String network, String method, String path, List<String> parameters, int status) {
	}

	/**
	 * Something that lets somebody in.
	 *
	 * @param at when
	 * @param network who issued it
	 * @param kind code, short, long or page
	 * @param value the secret itself, so that a judge can look for it elsewhere
	 * @param person whose it is
	 * @param page which page's it is, if any
	 */
	public record Issued(Instant at, String network, String kind, String value, String person, @Nullable String page) {
	}

}
