package practice.instagram;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import practice.LoginSessions;

import org.springframework.http.ResponseCookie;

/**
 * Which account is logged in at practice Instagram in which browser.
 */
final class InstagramSessions {

	private final LoginSessions sessions = new LoginSessions("instagram");

	private final Logins logins;

	InstagramSessions(Logins logins) {
		this.logins = logins;
	}

	Optional<Login> login(HttpServletRequest request) {
		return this.sessions.id(request).flatMap(this.logins::find);
	}

	ResponseCookie begin(Login login) {
		return this.sessions.begin(login.account);
	}

	ResponseCookie end(HttpServletRequest request) {
		return this.sessions.end(request);
	}

	/** Out of every browser. */
	void endAll(Login login) {
		this.sessions.endAll(login.account);
	}

	void forget() {
		this.sessions.forget();
	}

}
