package practice.x;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import practice.LoginSessions;

import org.springframework.http.ResponseCookie;

/**
 * Which account is open at practice X in which browser.
 */
final class XSessions {

	private final LoginSessions sessions = new LoginSessions("x");

	private final XWorld world;

	XSessions(XWorld world) {
		this.world = world;
	}

	Optional<XAccount> account(HttpServletRequest request) {
		return this.sessions.id(request).flatMap(this.world::find);
	}

	ResponseCookie begin(XAccount account) {
		return this.sessions.begin(account.id);
	}

	ResponseCookie end(HttpServletRequest request) {
		return this.sessions.end(request);
	}

	/** Out of every browser. */
	void endAll(XAccount account) {
		this.sessions.endAll(account.id);
	}

}
