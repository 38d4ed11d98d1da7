package practice;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * Who is logged in at one practice network in which browser, by the id that the network
 * knows people by. The cookie is good at that network's addresses only.
 */
public final class LoginSessions {

	private static final long DAY = 86400;

	private final SecureRandom random = new SecureRandom();

	private final Map<String, String> people = new ConcurrentHashMap<>();

	private final String network;

	public LoginSessions(String network) {
		this.network = network;
	}

	/** Whoever is logged in in this browser. */
	public Optional<String> id(HttpServletRequest request) {
		return Optional.ofNullable(WebUtils.getCookie(request, name()))
			.map((cookie) -> this.people.get(cookie.getValue()));
	}

	public ResponseCookie begin(String id) {
		byte[] bytes = new byte[16];
		this.random.nextBytes(bytes);
		String value = HexFormat.of().formatHex(bytes);
		this.people.put(value, id);
		return cookie(value, DAY);
	}

	public ResponseCookie end(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, name());
		if (cookie != null) {
			this.people.remove(cookie.getValue());
		}
		return cookie("", 0);
	}

	/** Logs somebody out of every browser. */
	public void endAll(String id) {
		this.people.values().removeIf(id::equals);
	}

	/** Logs everybody out. */
	public void forget() {
		this.people.clear();
	}

	private String name() {
		return "practice_" + this.network;
	}

	private ResponseCookie cookie(String value, long seconds) {
		return ResponseCookie.from(name(), value)
			.path("/" + this.network)
			.httpOnly(true)
			.sameSite("Lax")
			.maxAge(seconds)
			.build();
	}

}
