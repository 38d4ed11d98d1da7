package practice.x;

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
 * Which account is open at practice X in which browser.
 */
final class XSessions {

	private static final String COOKIE = "practice_x";

	private final SecureRandom random = new SecureRandom();

	private final Map<String, String> open = new ConcurrentHashMap<>();

	private final XWorld world;

	XSessions(XWorld world) {
		this.world = world;
	}

	Optional<XAccount> account(HttpServletRequest request) {
		return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
			.map((cookie) -> this.open.get(cookie.getValue()))
			.flatMap(this.world::find);
	}

	ResponseCookie begin(XAccount account) {
		byte[] bytes = new byte[16];
		this.random.nextBytes(bytes);
		String value = HexFormat.of().formatHex(bytes);
		this.open.put(value, account.id);
		return cookie(value, 86400);
	}

	ResponseCookie end(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, COOKIE);
		if (cookie != null) {
			this.open.remove(cookie.getValue());
		}
		return cookie("", 0);
	}

	/** Logs an account out of every browser. */
	void endAll(XAccount account) {
		this.open.values().removeIf(account.id::equals);
	}

	private static ResponseCookie cookie(String value, long seconds) {
		return ResponseCookie.from(COOKIE, value).path("/x").httpOnly(true).sameSite("Lax").maxAge(seconds).build();
	}

}
