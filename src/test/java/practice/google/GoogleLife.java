package practice.google;

import java.util.Set;

/**
 * What life does to people, channels and places at practice Google. People are named by
 * key, number, name or email, channels by id, title or handle, accounts by their name.
 */
public final class GoogleLife {

	private final GoogleWorld world;

	private final GoogleTokens tokens;

	private final GoogleSessions sessions;

	private final RiscTransmitter risc;

	GoogleLife(GoogleWorld world, GoogleTokens tokens, GoogleSessions sessions, RiscTransmitter risc) {
		this.world = world;
		this.tokens = tokens;
		this.sessions = sessions;
		this.risc = risc;
	}

	/** Everything as in the beginning; nothing that was issued is accepted any more. */
	public void reset() {
		this.world.people().forEach(this.sessions::endAll);
		this.world.reset();
		this.tokens.forget();
	}

	/** Whether refresh tokens end after seven days from now on. */
	public void test(boolean testing) {
		this.world.testing = testing;
	}

	/** A new password ends no token, because the app has nothing to do with mail. */
	public void changePassword(String who) {
		GooglePerson person = this.world.person(who);
		person.password = person.password.equals("practice") ? "practice2" : "practice";
		this.sessions.endAll(person);
	}

	/** The person removes the app in the account's settings; the app is told so. */
	public void removeApp(String who) {
		GooglePerson person = this.world.person(who);
		Set<String> identities = Set.copyOf(person.granted.keySet());
		person.granted.clear();
		this.tokens.end((token) -> token.person.equals(person.key));
		identities.forEach(this.risc::tokensRevoked);
	}

	/** The account is disabled: no token works while it is. The app is told so. */
	public void suspend(String who, boolean suspended) {
		GooglePerson person = this.world.person(who);
		person.suspended = suspended;
		for (String identity : person.granted.keySet()) {
			if (suspended) {
				this.risc.accountDisabled(identity, "bulk-account");
			}
			else {
				this.risc.accountEnabled(identity);
			}
		}
	}

	/** Access tokens end now; refresh tokens stay. */
	public void expireTokens(String who) {
		String key = this.world.person(who).key;
		this.tokens.expire((token) -> token.person.equals(key));
	}

	/** Refresh tokens die without a word: idle, too many, or the time is over. */
	public void endRefreshTokens(String who) {
		String key = this.world.person(who).key;
		this.tokens.end((token) -> token.isRefresh() && token.person.equals(key));
	}

	/** Gives somebody without a channel one that is there. */
	public void giveChannel(String who, String channel) {
		this.world.person(who).channel = this.world.channel(channel).id;
	}

	public void deleteChannel(String channel) {
		this.world.remove(this.world.channel(channel));
	}

	public void renameChannel(String channel, String handle, String title) {
		YouTubeChannel found = this.world.channel(channel);
		found.customUrl = handle.isEmpty() ? null : "@" + handle;
		found.title = title;
	}

	/** {@code public}, {@code unlisted} or {@code private}. */
	public void makeChannel(String channel, String privacy) {
		this.world.channel(channel).privacy = privacy;
	}

	public void hideSubscribers(String channel, boolean hidden) {
		this.world.channel(channel).hidden = hidden;
	}

	public void changePicture(String channel) {
		this.world.channel(channel).changePicture();
	}

	/** Takes a person out of an account's managers; the list may still show it. */
	public void deny(String account, boolean denied) {
		this.world.account(account).denied = denied;
	}

	public void removeLocation(String account, String location) {
		this.world.account(account).locations.removeIf((one) -> one.name().equals(location));
	}

	/** Whether the person ever allowed the app anything, and still does. */
	public boolean hasApp(String who) {
		return this.world.person(who).knowsApp();
	}

	/** How many refresh tokens of a person are alive. */
	public long refreshTokens(String who) {
		String key = this.world.person(who).key;
		return this.tokens.all()
			.stream()
			.filter((token) -> token.person.equals(key) && this.tokens.find(token.value, true) != null)
			.count();
	}

	/** What the newest access token of a person opens. */
	public Set<String> newestScopes(String who) {
		String key = this.world.person(who).key;
		return this.tokens.all()
			.reversed()
			.stream()
			.filter((token) -> token.person.equals(key) && !token.isRefresh())
			.findFirst()
			.map((token) -> token.scopes)
			.orElse(Set.of());
	}

}
