package practice.linkedin;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Somebody with a login at practice LinkedIn, and what they allowed the app.
 */
final class Member {

	final String key;

	final String id;

	final String firstName;

	final String lastName;

	final String email;

	final String story;

	/** What the app may do; empty when it is not among the permitted services. */
	final Set<String> granted = ConcurrentHashMap.newKeySet();

	volatile @Nullable String vanityName;

	volatile String password = "practice";

	volatile boolean restricted;

	volatile int picture = 1;

	Member(World.MemberLine line) {
		this.key = line.key();
		this.id = line.id();
		this.firstName = line.firstName();
		this.lastName = line.lastName();
		this.email = line.email();
		this.story = line.story();
		this.vanityName = line.vanityName();
	}

	String name() {
		return this.firstName + " " + this.lastName;
	}

	String urn() {
		return "urn:li:person:" + this.id;
	}

	synchronized void changePicture() {
		this.picture++;
	}

	boolean isCalled(@Nullable String name) {
		return this.key.equals(name) || this.id.equals(name) || this.email.equalsIgnoreCase(name)
				|| name().equals(name);
	}

}
