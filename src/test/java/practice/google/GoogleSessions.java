package practice.google;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * Who is signed in at practice Google in which browser.
 */
final class GoogleSessions {

	private static final String COOKIE = "practice_google";

	private final SecureRandom random = new SecureRandom();

	private final Map<String, String> people = new ConcurrentHashMap<>();

	private final GoogleWorld world;

	GoogleSessions(GoogleWorld world) {
		this.world = world;
	}

	Optional<GooglePerson> person(HttpServletRequest request) {
		return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
			.map((cookie) -> this.people.get(cookie.getValue()))
			.flatMap(this.world::findPerson);
	}

	ResponseCookie begin(GooglePerson person) {
		byte[] bytes = new byte[16];
		this.random.nextBytes(bytes);
		String value = HexFormat.of().formatHex(bytes);
		this.people.put(value, person.key);
		return ResponseCookie.from(COOKIE, value).path("/google").httpOnly(true).sameSite("Lax").maxAge(86400).build();
	}

	/** Signs a person out of every browser. */
	void endAll(GooglePerson person) {
		this.people.values().removeIf(person.key::equals);
	}

}
