package practice.google;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Somebody with a Google account, and what they allowed the app.
 */
final class GooglePerson {

	final String key;

	final String sub;

	final String name;

	final String email;

	final String story;

	final List<String> brands;

	final List<String> accounts;

	final boolean signupRequired;

	/** What was granted, by the number of whom the token acts as. */
	final Map<String, Set<String>> granted = new ConcurrentHashMap<>();

	volatile @Nullable String channel;

	volatile String password = "practice";

	volatile boolean suspended;

	GooglePerson(GoogleWorld.PersonLine line) {
		this.key = line.key();
		this.sub = line.sub();
		this.name = line.name();
		this.email = line.email();
		this.story = line.story();
		this.brands = line.brands();
		this.accounts = line.accounts();
		this.signupRequired = line.signupRequired();
		this.channel = line.channel();
	}

	boolean isCalled(@Nullable String name) {
		return this.key.equals(name) || this.sub.equals(name) || this.email.equalsIgnoreCase(name)
				|| this.name.equals(name);
	}

	Set<String> granted(String identity) {
		return this.granted.computeIfAbsent(identity, (key) -> ConcurrentHashMap.newKeySet());
	}

	boolean knowsApp() {
		return this.granted.values().stream().anyMatch((scopes) -> !scopes.isEmpty());
	}

}
