package practice.tiktok;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import practice.LoginSessions;

import org.springframework.http.ResponseCookie;

/**
 * Which account is logged in at practice TikTok in which browser.
 */
final class TikTokSessions {

	private final LoginSessions sessions = new LoginSessions("tiktok");

	private final TikTokWorld world;

	TikTokSessions(TikTokWorld world) {
		this.world = world;
	}

	Optional<TikTokAccount> account(HttpServletRequest request) {
		return this.sessions.id(request).flatMap(this.world::find).filter(TikTokAccount::isFine);
	}

	ResponseCookie begin(TikTokAccount account) {
		return this.sessions.begin(account.openId);
	}

	ResponseCookie end(HttpServletRequest request) {
		return this.sessions.end(request);
	}

	/** Out of every browser. */
	void endAll(TikTokAccount account) {
		this.sessions.endAll(account.openId);
	}

	void forget() {
		this.sessions.forget();
	}

}
