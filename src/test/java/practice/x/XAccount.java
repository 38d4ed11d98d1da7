package practice.x;

import org.jspecify.annotations.Nullable;

/**
 * An account at practice X, which is at the same time its owner's login.
 */
final class XAccount {

	final String key;

	final String id;

	final String email;

	final String story;

	final long following;

	final long tweets;

	final long listed;

	volatile String name;

	volatile String username;

	volatile long followers;

	/** {@code none}, {@code blue}, {@code business} or {@code government}. */
	volatile String verifiedType;

	volatile boolean isProtected;

	volatile boolean isLocked;

	volatile boolean isSuspended;

	volatile boolean isDeactivated;

	volatile String password = "practice";

	/** How often the picture was changed; 0 for none at all. */
	volatile int picture;

	XAccount(XWorld.Line line) {
		this.key = line.key();
		this.id = line.id();
		this.email = line.key() + "@practice.example";
		this.story = line.story();
		this.following = line.following();
		this.tweets = line.tweets();
		this.listed = line.listed();
		this.name = line.name();
		this.username = line.username();
		this.followers = line.followers();
		this.verifiedType = line.verifiedType();
		this.isProtected = line.isProtected();
		this.isLocked = line.isLocked();
		this.isSuspended = line.isSuspended();
		this.picture = line.hasPicture() ? 1 : 0;
	}

	boolean isCalled(@Nullable String name) {
		return this.key.equals(name) || this.id.equals(name) || this.email.equalsIgnoreCase(name)
				|| isNamed((name != null && name.startsWith("@")) ? name.substring(1) : name);
	}

	boolean isNamed(@Nullable String username) {
		return this.username.equalsIgnoreCase(username);
	}

	/** How this account is, as the control page says it. */
	String condition() {
		if (this.isDeactivated) {
			return "deactivated";
		}
		if (this.isSuspended) {
			return "suspended";
		}
		return this.isLocked ? "locked" : this.isProtected ? "protected" : "fine";
	}

}
