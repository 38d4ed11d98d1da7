package practice.linkedin;

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
 * Who is logged in at practice LinkedIn in which browser.
 */
final class Sessions {

	private static final String COOKIE = "practice_linkedin";

	private final SecureRandom random = new SecureRandom();

	private final Map<String, String> members = new ConcurrentHashMap<>();

	private final World world;

	Sessions(World world) {
		this.world = world;
	}

	Optional<Member> member(HttpServletRequest request) {
		return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
			.map((cookie) -> this.members.get(cookie.getValue()))
			.flatMap(this.world::findMember);
	}

	ResponseCookie begin(Member member) {
		byte[] bytes = new byte[16];
		this.random.nextBytes(bytes);
		String value = HexFormat.of().formatHex(bytes);
		this.members.put(value, member.id);
		return cookie(value, 86400);
	}

	ResponseCookie end(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, COOKIE);
		if (cookie != null) {
			this.members.remove(cookie.getValue());
		}
		return cookie("", 0);
	}

	/** Logs a member out of every browser. */
	void endAll(Member member) {
		this.members.values().removeIf(member.id::equals);
	}

	void forget() {
		this.members.clear();
	}

	private static ResponseCookie cookie(String value, long seconds) {
		return ResponseCookie.from(COOKIE, value)
			.path("/linkedin")
			.httpOnly(true)
			.sameSite("Lax")
			.maxAge(seconds)
			.build();
	}

}
