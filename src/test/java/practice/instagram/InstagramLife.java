package practice.instagram;

import practice.facebook.AccountKind;
import practice.facebook.InstagramAccount;
import practice.facebook.MetaCallbacks;

/**
 * What life does to logins at practice Instagram, each named by the id or handle of its
 * account. What happens to the account itself can be seen at practice Facebook too.
 */
public final class InstagramLife {

	private final Logins logins;

	private final LoginTokens tokens;

	private final InstagramSessions sessions;

	private final MetaCallbacks callbacks;

	InstagramLife(Logins logins, LoginTokens tokens, InstagramSessions sessions, MetaCallbacks callbacks) {
		this.logins = logins;
		this.tokens = tokens;
		this.sessions = sessions;
		this.callbacks = callbacks;
	}

	/** Everything as in the beginning; nothing that was issued is accepted any more. */
	public void reset() {
		this.sessions.forget();
		this.tokens.forget();
		this.logins.reset();
	}

	/** Subcode 460: the password is changed, every token is dead. */
	public void changePassword(String who) {
		Login login = this.logins.get(who);
		login.password = login.password.equals("practice") ? "practice2" : "practice";
		this.tokens.end(login, End.PASSWORD_CHANGED);
		this.sessions.endAll(login);
	}

	/** Subcode 458: the entry is removed under apps and websites; the app is told so. */
	public void removeApp(String who) {
		Login login = this.logins.get(who);
		login.granted.clear();
		this.tokens.end(login, End.APP_REMOVED);
		this.callbacks.call("instagram", "deauthorize", InstagramApp.SECRET, login.id);
	}

	/** The entry is removed, and the person wants all data deleted. */
	public void askDeletion(String who) {
		removeApp(who);
		this.callbacks.call("instagram", "deletion", InstagramApp.SECRET, this.logins.get(who).id);
	}

	/** Takes one permission away. */
	public void declinePermission(String who, String permission) {
		this.logins.get(who).granted.remove(permission);
	}

	/** Subcode 459: a security check; the tokens live again after {@link #recover}. */
	public void check(String who) {
		this.logins.get(who).trouble = End.CHECKPOINT;
	}

	/** Subcode 490: locked. */
	public void lock(String who) {
		this.logins.get(who).trouble = End.BLOCKED;
	}

	/** Check passed, unlocked. */
	public void recover(String who) {
		this.logins.get(who).trouble = null;
	}

	/** Subcode 463: every token reaches its end. */
	public void expireTokens(String who) {
		this.tokens.expire(this.logins.get(who));
	}

	public void makePersonal(String who) {
		account(who).kind = AccountKind.PERSONAL;
	}

	public void makeProfessional(String who) {
		account(who).kind = AccountKind.CREATOR;
	}

	public void rename(String who, String handle) {
		account(who).username = handle;
	}

	/** Code 25/2207050, or no longer. */
	public void restrict(String who, boolean restricted) {
		account(who).restricted = restricted;
	}

	/** Whether short tokens come flat, with a list of permissions, instead of listed. */
	public void answerFlat(boolean flat) {
		this.logins.flat = flat;
	}

	/** Whether personal accounts are let in, against the documents. */
	public void letPersonalIn(boolean personalToo) {
		this.logins.personalToo = personalToo;
	}

	/** Whether the app is among the account's apps and websites. */
	public boolean hasApp(String who) {
		return this.logins.get(who).knowsApp();
	}

	private InstagramAccount account(String who) {
		return this.logins.account(this.logins.get(who))
			.orElseThrow(() -> new IllegalArgumentException("No account of " + who));
	}

}
