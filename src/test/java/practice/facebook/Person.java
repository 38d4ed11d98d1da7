package practice.facebook;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Somebody with a login at practice Facebook, and what they allowed the app.
 */
final class Person {

	final String key;

	final String id;

	final String name;

	final String email;

	final String story;

	final Set<String> granted = ConcurrentHashMap.newKeySet();

	final Set<String> declined = ConcurrentHashMap.newKeySet();

	final Set<String> chosenPages = ConcurrentHashMap.newKeySet();

	volatile String password = "practice";

	volatile boolean suspended;

	/** Why nobody is let in with this person's tokens at the moment. */
	volatile @Nullable Rejection trouble;

	Person(World.PersonLine line) {
		this.key = line.key();
		this.id = line.id();
		this.name = line.name();
		this.email = line.email();
		this.story = line.story();
	}

	boolean isCalled(@Nullable String name) {
		return this.key.equals(name) || this.id.equals(name) || this.email.equalsIgnoreCase(name)
				|| this.name.equals(name);
	}

	/** Whether the app was ever allowed anything, and still is. */
	boolean knowsApp() {
		return !this.granted.isEmpty() || !this.declined.isEmpty();
	}

	void forgetApp() {
		this.granted.clear();
		this.declined.clear();
		this.chosenPages.clear();
	}

	/** How this person is, as the control page says it. */
	String condition() {
		Rejection now = this.trouble;
		if (this.suspended) {
			return "suspended";
		}
		return (now != null) ? now.inWords() : "fine";
	}

}
