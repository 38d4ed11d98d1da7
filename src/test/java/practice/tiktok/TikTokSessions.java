package practice.tiktok;

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
 * Which account is logged in at practice TikTok in which browser.
 */
final class TikTokSessions {

	private static final String COOKIE = "practice_tiktok";

	private final SecureRandom random = new SecureRandom();

	private final Map<String, String> accounts = new ConcurrentHashMap<>();

	private final TikTokWorld world;

	TikTokSessions(TikTokWorld world) {
		this.world = world;
	}

	Optional<TikTokAccount> account(HttpServletRequest request) {
		return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
			.map((cookie) -> this.accounts.get(cookie.getValue()))
			.flatMap(this.world::find)
			.filter(TikTokAccount::isFine);
	}

	ResponseCookie begin(TikTokAccount account) {
		byte[] bytes = new byte[16];
		this.random.nextBytes(bytes);
		String value = HexFormat.of().formatHex(bytes);
		this.accounts.put(value, account.openId);
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
	void endAll(TikTokAccount account) {
		this.accounts.values().removeIf(account.openId::equals);
	}

	void forget() {
		this.accounts.clear();
	}

	private static ResponseCookie cookie(String value, long seconds) {
		return ResponseCookie.from(COOKIE, value)
			.path("/tiktok")
			.httpOnly(true)
			.sameSite("Lax")
			.maxAge(seconds)
			.build();
	}

}
