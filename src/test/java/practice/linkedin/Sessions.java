package practice.linkedin;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import practice.LoginSessions;

import org.springframework.http.ResponseCookie;

/**
 * Who is logged in at practice LinkedIn in which browser.
 */
final class Sessions {

	private final LoginSessions sessions = new LoginSessions("linkedin");

	private final World world;

	Sessions(World world) {
		this.world = world;
	}

	Optional<Member> member(HttpServletRequest request) {
		return this.sessions.id(request).flatMap(this.world::findMember);
	}

	ResponseCookie begin(Member member) {
		return this.sessions.begin(member.id);
	}

	ResponseCookie end(HttpServletRequest request) {
		return this.sessions.end(request);
	}

	/** Out of every browser. */
	void endAll(Member member) {
		this.sessions.endAll(member.id);
	}

	void forget() {
		this.sessions.forget();
	}

}
