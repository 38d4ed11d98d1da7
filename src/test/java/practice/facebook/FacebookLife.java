package practice.facebook;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What life does to people, pages and Instagram accounts at practice Facebook. People are
 * named by key, id, name or email, pages by id, name or username, Instagram accounts by
 * id or handle.
 */
public final class FacebookLife {

	/** Every task that somebody can have on a page. */
	public static final Set<String> ALL_TASKS = Set.of("ADVERTISE", "ANALYZE", "CREATE_CONTENT", "MANAGE", "MESSAGING",
			"MODERATE");

	private final World world;

	private final Tokens tokens;

	private final Sessions sessions;

	private final App app;

	private final MetaCallbacks callbacks;

	FacebookLife(World world, Tokens tokens, Sessions sessions, App app, MetaCallbacks callbacks) {
		this.world = world;
		this.tokens = tokens;
		this.sessions = sessions;
		this.app = app;
		this.callbacks = callbacks;
	}

	/** Everything as in the beginning; nothing that was issued is accepted any more. */
	public void reset() {
		this.world.people().forEach(this.sessions::endAll);
		this.world.reset();
		this.tokens.forget();
		this.app.proofRequired = false;
	}

	/** Subcode 460: the password is changed, every token is dead. */
	public void changePassword(String who) {
		Person person = this.world.person(who);
		person.password = person.password.equals("practice") ? "practice2" : "practice";
		this.tokens.end(person, Rejection.PASSWORD_CHANGED);
		this.sessions.endAll(person);
	}

	/** Subcode 458: the person removes the app, and the app is told so. */
	public void removeApp(String who) {
		Person person = this.world.person(who);
		person.forgetApp();
		this.tokens.end(person, Rejection.APP_REMOVED);
		this.callbacks.call("facebook", "deauthorize", App.SECRET, person.id);
	}

	/** The person removes the app and presses "Send request" to have all data deleted. */
	public void askDeletion(String who) {
		removeApp(who);
		this.callbacks.call("facebook", "deletion", App.SECRET, this.world.person(who).id);
	}

	/** Takes one permission away in the person's settings. */
	public void declinePermission(String who, String permission) {
		Person person = this.world.person(who);
		person.granted.remove(permission);
		person.declined.add(permission);
	}

	/** Subcode 459: a security check; the tokens live again after {@link #recover}. */
	public void check(String who) {
		this.world.person(who).trouble = Rejection.CHECKPOINT;
	}

	/** Subcode 490: locked. */
	public void lock(String who) {
		this.world.person(who).trouble = Rejection.BLOCKED;
	}

	/** Subcode 464: the account is not confirmed. */
	public void unconfirm(String who) {
		this.world.person(who).trouble = Rejection.UNCONFIRMED;
	}

	/** Code 368: suspended. */
	public void suspend(String who) {
		this.world.person(who).suspended = true;
	}

	/** Check passed, unlocked, confirmed, no longer suspended. */
	public void recover(String who) {
		Person person = this.world.person(who);
		person.trouble = null;
		person.suspended = false;
	}

	/** Subcode 467: logged out everywhere. */
	public void logOut(String who) {
		Person person = this.world.person(who);
		this.tokens.end(person, Rejection.LOGGED_OUT);
		this.sessions.endAll(person);
	}

	/** Subcode 463: every token that has an end reaches it. */
	public void expireTokens(String who) {
		this.tokens.expire(this.world.person(who));
	}

	/** Subcode 492: the person loses the role on the page. */
	public void takeRole(String who, String page) {
		this.world.page(page).roles.remove(this.world.person(who).id);
	}

	public void giveRole(String who, String page) {
		giveRole(who, page, ALL_TASKS);
	}

	public void giveRole(String who, String page, Set<String> tasks) {
		this.world.page(page).roles.put(this.world.person(who).id, Set.copyOf(tasks));
	}

	public void publish(String page, boolean published) {
		this.world.page(page).published = published;
	}

	public void deletePage(String page) {
		this.world.removePage(this.world.page(page));
	}

	public void renamePage(String page, String name) {
		this.world.page(page).name = name;
	}

	/** Links a page with an Instagram account, or with none. */
	public void link(String page, @Nullable String account) {
		this.world.page(page).instagram = (account != null) ? this.world.account(account).id : null;
	}

	/** Switches the Instagram account to a personal one, which may then be private. */
	public void makePersonal(String account) {
		this.world.account(account).kind = AccountKind.PERSONAL;
	}

	public void makeProfessional(String account) {
		this.world.account(account).kind = AccountKind.CREATOR;
	}

	/** Code 25/2207050, or no longer. */
	public void restrict(String account, boolean restricted) {
		this.world.account(account).restricted = restricted;
	}

	public void deleteAccount(String account) {
		this.world.removeAccount(this.world.account(account));
	}

	public void renameAccount(String account, String handle) {
		this.world.account(account).username = handle;
	}

	public void setFollowers(String account, long followers) {
		this.world.account(account).followers = followers;
	}

	/** The person behind the Instagram account uploads another picture. */
	public void changePicture(String account) {
		this.world.account(account).picture.change();
	}

	/** What the address of the account's picture serves from now on. */
	public void servePicture(String account, PictureMode mode) {
		this.world.account(account).picture.mode = mode;
	}

	public void changePagePicture(String page) {
		this.world.page(page).picture.change();
	}

	public void servePagePicture(String page, PictureMode mode) {
		this.world.page(page).picture.mode = mode;
	}

	/** Whether every call has to carry {@code appsecret_proof}. */
	public void requireProof(boolean required) {
		this.app.proofRequired = required;
	}

	/** Whether the app is among the person's business integrations. */
	public boolean hasApp(String who) {
		return this.world.person(who).knowsApp();
	}

}
