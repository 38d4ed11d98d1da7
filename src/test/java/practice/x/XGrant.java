package practice.x;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * What one sign-in gave the app: access tokens, and one refresh token that can still be
 * used. All of them live and die together.
 */
final class XGrant {

	final XAccount account;

	final List<String> scopes;

	/** Access tokens and their ends. */
	final ConcurrentHashMap<String, Instant> access = new ConcurrentHashMap<>();

	/** Refresh tokens that were used up. */
	final ConcurrentHashMap<String, Boolean> used = new ConcurrentHashMap<>();

	/** The one that works, or null without {@code offline.access}. */
	volatile @Nullable String refresh;

	volatile @Nullable Instant refreshExpiresAt;

	/** Why nothing of it is accepted any more, or null. */
	volatile @Nullable String ended;

	XGrant(XAccount account, List<String> scopes) {
		this.account = account;
		this.scopes = List.copyOf(scopes);
	}

	boolean isLive() {
		return this.ended == null;
	}

	/** Ends all of it, unless it has ended already. */
	void end(String why) {
		if (this.ended == null) {
			this.ended = why;
		}
	}

}
