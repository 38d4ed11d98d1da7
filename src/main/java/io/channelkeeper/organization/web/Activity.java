package io.channelkeeper.organization.web;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import io.channelkeeper.organization.Sessions;

/**
 * When somebody last did something in a session. Pages that are left open ask for news by
 * themselves and say so; that alone keeps nobody signed in.
 */
final class Activity {

	/** The header of requests that no person caused. */
	static final String UNATTENDED = "X-Unattended";

	/** How exactly it is known; not every request writes the session. */
	private static final Duration GRAIN = Duration.ofMinutes(1);

	private Activity() {
	}

	/**
	 * Notes what a person does.
	 * @return whether it comes too late: nobody did anything for as long as a session
	 * lasts
	 */
	static boolean endedBefore(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null) {
			return false;
		}
		// The session itself counts every request, this one included.
		long now = session.getLastAccessedTime();
		long idle = (session.getAttribute(Sessions.ACTIVE) instanceof Long active) ? now - active : GRAIN.toMillis();
		int limit = session.getMaxInactiveInterval();
		if (limit > 0 && idle > Duration.ofSeconds(limit).toMillis()) {
			return true;
		}
		if (request.getHeader(UNATTENDED) == null && idle >= GRAIN.toMillis()) {
			session.setAttribute(Sessions.ACTIVE, now);
		}
		return false;
	}

}
