package practice.linkedin;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What life does to members and pages at practice LinkedIn. Members are named by key, id,
 * name or email, pages by id, name or name in addresses.
 */
public final class LinkedInLife {

	private final World world;

	private final App app;

	private final Tokens tokens;

	private final Sessions sessions;

	LinkedInLife(World world, App app, Tokens tokens, Sessions sessions) {
		this.world = world;
		this.app = app;
		this.tokens = tokens;
		this.sessions = sessions;
	}

	/** Everything as in the beginning; nothing that was issued is accepted any more. */
	public void reset() {
		this.sessions.forget();
		this.world.reset();
		this.tokens.forget();
		this.app.reset();
	}

	/** The password is changed; every token is called revoked. */
	public void changePassword(String who) {
		Member member = this.world.member(who);
		member.password = member.password.equals("practice") ? "practice2" : "practice";
		this.tokens.revokeAll(member);
		this.sessions.endAll(member);
	}

	/** The member removes the app from the permitted services. */
	public void removeApp(String who) {
		Member member = this.world.member(who);
		member.granted.clear();
		this.tokens.revokeAll(member);
	}

	/** LinkedIn restricts the profile, or no longer. */
	public void restrict(String who, boolean restricted) {
		this.world.member(who).restricted = restricted;
	}

	/** Every access token of the member reaches its end. */
	public void expireTokens(String who) {
		this.tokens.expire(this.world.member(who));
	}

	public void logOut(String who) {
		this.sessions.endAll(this.world.member(who));
	}

	/** The member's name in addresses changes; null: LinkedIn does not report it. */
	public void renameMember(String who, @Nullable String vanityName) {
		this.world.member(who).vanityName = vanityName;
	}

	public void changePicture(String who) {
		this.world.member(who).changePicture();
	}

	public void takeRole(String who, String page) {
		this.world.page(page).roles.remove(this.world.member(who).id);
	}

	/** Makes somebody super admin. */
	public void giveRole(String who, String page) {
		giveRole(who, page, "ADMINISTRATOR", "APPROVED");
	}

	public void giveRole(String who, String page, String role, String state) {
		this.world.page(page).roles.put(this.world.member(who).id, new Page.Role(role, state));
	}

	public void deletePage(String page) {
		this.world.removePage(this.world.page(page));
	}

	public void renamePage(String page, String vanityName) {
		this.world.page(page).vanityName = vanityName;
	}

	public void setFollowers(String page, long followers) {
		this.world.page(page).followers = followers;
	}

	public void changeLogo(String page) {
		this.world.page(page).changeLogo();
	}

	/** Whether LinkedIn approved the app as a partner, with refresh tokens. */
	public void approvePartner(boolean approved) {
		this.app.partner = approved;
	}

	/** Whether the app has the product that shows pages. */
	public void grantPagesProduct(boolean granted) {
		this.app.pagesProduct = granted;
	}

	/** Whether scopes are answered with blanks in place of commas. */
	public void writeBlanks(boolean blanks) {
		this.app.blanks = blanks;
	}

	/** For how long a fresh token is called revoked. */
	public void revokeAtFirst(Duration time) {
		this.app.revokedAtFirst = time;
	}

	/** The oldest month of the API that is still served, {@code YYYYMM}. */
	public void serveSince(String version) {
		this.app.oldestVersion = version;
	}

	/** Whether the app is among the member's permitted services. */
	public boolean hasApp(String who) {
		return !this.world.member(who).granted.isEmpty();
	}

}
