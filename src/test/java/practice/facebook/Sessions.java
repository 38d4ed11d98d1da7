package practice.facebook;

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
 * Who is logged in at practice Facebook in which browser.
 */
final class Sessions {

	private static final String COOKIE = "practice_facebook";

	private final SecureRandom random = new SecureRandom();

	private final Map<String, String> people = new ConcurrentHashMap<>();

	private final World world;

	Sessions(World world) {
		this.world = world;
	}

	Optional<Person> person(HttpServletRequest request) {
		return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
			.map((cookie) -> this.people.get(cookie.getValue()))
			.flatMap(this.world::findPerson);
	}

	ResponseCookie begin(Person person) {
		byte[] bytes = new byte[16];
		this.random.nextBytes(bytes);
		String value = HexFormat.of().formatHex(bytes);
		this.people.put(value, person.id);
		return cookie(value, 86400);
	}

	ResponseCookie end(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, COOKIE);
		if (cookie != null) {
			this.people.remove(cookie.getValue());
		}
		return cookie("", 0);
	}

	/** Logs a person out of every browser. */
	void endAll(Person person) {
		this.people.values().removeIf(person.id::equals);
	}

	private static ResponseCookie cookie(String value, long seconds) {
		return ResponseCookie.from(COOKIE, value)
			.path("/facebook")
			.httpOnly(true)
			.sameSite("Lax")
			.maxAge(seconds)
			.build();
	}

}
