package practice.instagram;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Somebody's login for one Instagram account, and what it allowed the app.
 */
final class Login {

	/** The id that the app knows it by, which is not the account's. */
	final String id;

	/** The account's own id. */
	final String account;

	final String story;

	final Set<String> granted = ConcurrentHashMap.newKeySet();

	volatile String password = "practice";

	/** Why its tokens are not accepted at the moment. */
	volatile @Nullable End trouble;

	Login(Logins.Line line) {
		this.id = line.id();
		this.account = line.account();
		this.story = line.story();
	}

	boolean knowsApp() {
		return !this.granted.isEmpty();
	}

	/** How it is, as the control page says it. */
	String condition() {
		End now = this.trouble;
		return (now != null) ? now.inWords() : "fine";
	}

}
