package practice.google;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import practice.LoginSessions;

import org.springframework.http.ResponseCookie;

/**
 * Who is signed in at practice Google in which browser.
 */
final class GoogleSessions {

	private final LoginSessions sessions = new LoginSessions("google");

	private final GoogleWorld world;

	GoogleSessions(GoogleWorld world) {
		this.world = world;
	}

	Optional<GooglePerson> person(HttpServletRequest request) {
		return this.sessions.id(request).flatMap(this.world::findPerson);
	}

	ResponseCookie begin(GooglePerson person) {
		return this.sessions.begin(person.key);
	}

	/** Out of every browser. */
	void endAll(GooglePerson person) {
		this.sessions.endAll(person.key);
	}

}
