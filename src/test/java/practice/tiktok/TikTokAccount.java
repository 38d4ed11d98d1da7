package practice.tiktok;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Somebody's account at practice TikTok, and what the app was allowed.
 */
final class TikTokAccount {

	static final String FINE = "fine";

	final String key;

	final String openId;

	final String unionId;

	final String email;

	final String story;

	final String name;

	final boolean verified;

	final Set<String> granted = ConcurrentHashMap.newKeySet();

	volatile String username;

	volatile long followers;

	volatile String password = "practice";

	volatile boolean isPrivate;

	/** How the account is, {@code fine} when nothing is the matter. */
	volatile String condition = FINE;

	volatile boolean hasPicture = true;

	volatile int picture = 1;

	TikTokAccount(TikTokWorld.Line line) {
		this.key = line.key();
		this.openId = line.openId();
		this.unionId = "union-" + line.openId();
		this.email = line.key() + "@practice.example";
		this.story = line.story();
		this.name = line.name();
		this.verified = line.verified();
		this.username = line.username();
		this.followers = line.followers();
		this.isPrivate = line.hidden();
		this.hasPicture = !line.faceless();
	}

	boolean isCalled(@Nullable String called) {
		return this.key.equals(called) || this.openId.equals(called) || this.email.equalsIgnoreCase(called)
				|| this.username.equals(called);
	}

	boolean isFine() {
		return this.condition.equals(FINE);
	}

	synchronized void changePicture() {
		this.hasPicture = true;
		this.picture++;
	}

}
