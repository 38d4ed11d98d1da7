package practice.tiktok;

/**
 * What life does to accounts at practice TikTok. They are named by key, open id, e-mail
 * address or handle.
 */
public final class TikTokLife {

	private final TikTokWorld world;

	private final TikTokTokens tokens;

	private final TikTokSessions sessions;

	private final TikTokRules rules;

	private final TikTokCallbacks callbacks;

	TikTokLife(TikTokWorld world, TikTokTokens tokens, TikTokSessions sessions, TikTokRules rules,
			TikTokCallbacks callbacks) {
		this.world = world;
		this.tokens = tokens;
		this.sessions = sessions;
		this.rules = rules;
		this.callbacks = callbacks;
	}

	/** Everything as in the beginning; nothing that was issued is accepted any more. */
	public void reset() {
		this.sessions.forget();
		this.world.reset();
		this.tokens.forget();
		this.rules.reset();
	}

	/**
	 * The password is changed. What TikTok does to tokens then is not documented; here
	 * they die.
	 */
	public void changePassword(String who) {
		TikTokAccount account = this.world.account(who);
		account.password = account.password.equals("practice") ? "practice2" : "practice";
		end(account);
	}

	/** The person removes the app in the settings; the app is told so. */
	public void removeApp(String who) {
		TikTokAccount account = this.world.account(who);
		account.granted.clear();
		this.tokens.end(account);
		this.callbacks.removed(account, TikTokCallbacks.DISCONNECTED);
	}

	public void ban(String who) {
		leave(who, "banned", TikTokCallbacks.BANNED);
	}

	public void delete(String who) {
		leave(who, "deleted", TikTokCallbacks.DELETED);
	}

	/** The age that the account states was changed, so that it may not use apps. */
	public void changeAge(String who) {
		leave(who, "too young", TikTokCallbacks.AGE);
	}

	/** No longer banned, deleted or too young; what was issued stays dead. */
	public void recover(String who) {
		this.world.account(who).condition = TikTokAccount.FINE;
	}

	/** Nothing of it is ever reported. */
	public void makePrivate(String who, boolean isPrivate) {
		this.world.account(who).isPrivate = isPrivate;
	}

	/** The access tokens reach their end, the refresh tokens do not. */
	public void expireAccess(String who) {
		this.tokens.expireAccess(this.world.account(who));
	}

	/** All tokens reach their end. */
	public void expireTokens(String who) {
		this.tokens.expire(this.world.account(who));
	}

	public void rename(String who, String handle) {
		this.world.account(who).username = handle;
	}

	public void setFollowers(String who, long followers) {
		this.world.account(who).followers = followers;
	}

	public void changePicture(String who) {
		this.world.account(who).changePicture();
	}

	public void takePicture(String who) {
		this.world.account(who).hasPicture = false;
	}

	/** How long tokens live that are issued from now on. */
	public void setLives(TikTokLives lives) {
		this.rules.lives = lives;
	}

	/** Whether each refresh gives the refresh token its whole life again. */
	public void setSliding(boolean sliding) {
		this.rules.sliding = sliding;
	}

	/** Whether the app is among those that the account allowed something. */
	public boolean hasApp(String who) {
		return !this.world.account(who).granted.isEmpty();
	}

	private void leave(String who, String condition, int reason) {
		TikTokAccount account = this.world.account(who);
		account.condition = condition;
		end(account);
		this.callbacks.removed(account, reason);
	}

	private void end(TikTokAccount account) {
		this.tokens.end(account);
		this.sessions.endAll(account);
	}

}
