package practice.facebook;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import practice.LoginSessions;

import org.springframework.http.ResponseCookie;

/**
 * Who is logged in at practice Facebook in which browser.
 */
final class Sessions {

	private final LoginSessions sessions = new LoginSessions("facebook");

	private final World world;

	Sessions(World world) {
		this.world = world;
	}

	Optional<Person> person(HttpServletRequest request) {
		return this.sessions.id(request).flatMap(this.world::findPerson);
	}

	ResponseCookie begin(Person person) {
		return this.sessions.begin(person.id);
	}

	ResponseCookie end(HttpServletRequest request) {
		return this.sessions.end(request);
	}

	/** Out of every browser. */
	void endAll(Person person) {
		this.sessions.endAll(person.id);
	}

}
