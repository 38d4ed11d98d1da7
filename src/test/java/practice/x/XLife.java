package practice.x;

import java.util.List;

/**
 * What life does to accounts at practice X. They are named by key, id, handle or e-mail
 * address.
 */
public final class XLife {

	private static final List<String> SCOPES = List.of("tweet.read", "users.read", "offline.access");

	private final XWorld world;

	private final XTokens tokens;

	private final XSessions sessions;

	private final XApp app;

	private final XApiController api;

	private final XCallbacks callbacks;

	XLife(XWorld world, XTokens tokens, XSessions sessions, XApp app, XApiController api, XCallbacks callbacks) {
		this.world = world;
		this.tokens = tokens;
		this.sessions = sessions;
		this.app = app;
		this.api = api;
		this.callbacks = callbacks;
	}

	/** Everything as in the beginning; nothing that was issued is accepted any more. */
	public void reset() {
		this.world.accounts().forEach(this.sessions::endAll);
		this.world.reset();
		this.tokens.forget();
		this.api.forget();
		this.app.hasCredits = true;
	}

	/** Every browser is logged out; tokens live on. */
	public void changePassword(String who) {
		XAccount account = this.world.get(who);
		account.password = account.password.equals("practice") ? "practice2" : "practice";
		this.sessions.endAll(account);
	}

	/** The app is removed under Connected apps, and told so. */
	public void removeApp(String who) {
		XAccount account = this.world.get(who);
		this.tokens.end(account, "app removed");
		this.callbacks.revoked(account);
	}

	/** N-8: the same account signs in once more with the same app, elsewhere. */
	public void signInElsewhere(String who) {
		XAccount account = this.world.get(who);
		this.tokens.begin(account, SCOPES);
		this.callbacks.revoked(account);
	}

	/** Code 326; the tokens live again after {@link #recover}. */
	public void lock(String who) {
		XAccount account = this.world.get(who);
		account.isLocked = true;
		this.sessions.endAll(account);
	}

	/** Code 64; the tokens live again after {@link #recover}. */
	public void suspend(String who) {
		this.world.get(who).isSuspended = true;
	}

	/** The account is gone. */
	public void deactivate(String who) {
		XAccount account = this.world.get(who);
		account.isDeactivated = true;
		this.sessions.endAll(account);
		this.tokens.end(account, "account deactivated");
	}

	/** Unlocked, no longer suspended, active again. */
	public void recover(String who) {
		XAccount account = this.world.get(who);
		account.isLocked = false;
		account.isSuspended = false;
		account.isDeactivated = false;
	}

	/** Logged out in every browser; tokens live on. */
	public void logOut(String who) {
		this.sessions.endAll(this.world.get(who));
	}

	/** The access tokens reach their end; they can be refreshed. */
	public void expireTokens(String who) {
		this.tokens.expire(this.world.get(who));
	}

	/** Protects the posts, or opens them again. */
	public void protect(String who, boolean isProtected) {
		this.world.get(who).isProtected = isProtected;
	}

	/** {@code none}, {@code blue}, {@code business} or {@code government}. */
	public void verify(String who, String type) {
		this.world.get(who).verifiedType = type;
	}

	public void rename(String who, String username) {
		this.world.get(who).username = username;
	}

	public void setFollowers(String who, long followers) {
		this.world.get(who).followers = followers;
	}

	/** Another picture; the former one's address is gone. */
	public void changePicture(String who) {
		XAccount account = this.world.get(who);
		synchronized (account) {
			account.picture++;
		}
	}

	public void removePicture(String who) {
		this.world.get(who).picture = 0;
	}

	/** Whether the app's owner has paid for calls. */
	public void setCredits(boolean available) {
		this.app.hasCredits = available;
	}

	/** Whether the app stands under Connected apps. */
	public boolean hasApp(String who) {
		return this.tokens.live(this.world.get(who)).isPresent();
	}

}
