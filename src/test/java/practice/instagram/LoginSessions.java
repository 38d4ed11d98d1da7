package practice.instagram;

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
 * Who is logged in at practice Instagram in which browser.
 */
final class LoginSessions {

	private static final String COOKIE = "practice_instagram";

	private final SecureRandom random = new SecureRandom();

	private final Map<String, String> accounts = new ConcurrentHashMap<>();

	private final Logins logins;

	LoginSessions(Logins logins) {
		this.logins = logins;
	}

	Optional<Login> login(HttpServletRequest request) {
		return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
			.map((cookie) -> this.accounts.get(cookie.getValue()))
			.flatMap(this.logins::find);
	}

	ResponseCookie begin(Login login) {
		byte[] bytes = new byte[16];
		this.random.nextBytes(bytes);
		String value = HexFormat.of().formatHex(bytes);
		this.accounts.put(value, login.account);
		return cookie(value, 86400);
	}

	ResponseCookie end(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, COOKIE);
		if (cookie != null) {
			this.accounts.remove(cookie.getValue());
		}
		return cookie("", 0);
	}

	/** Logs an account out of every browser. */
	void endAll(Login login) {
		this.accounts.values().removeIf(login.account::equals);
	}

	void forget() {
		this.accounts.clear();
	}

	private static ResponseCookie cookie(String value, long seconds) {
		return ResponseCookie.from(COOKIE, value)
			.path("/instagram")
			.httpOnly(true)
			.sameSite("Lax")
			.maxAge(seconds)
			.build();
	}

}
