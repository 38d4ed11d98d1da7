package practice.google;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An account at practice Google Business with its places.
 */
final class BusinessAccount {

	final String name;

	final String accountName;

	final String type;

	final String role;

	final List<GoogleWorld.BusinessLocation> locations;

	/** Whether its list still shows, but its places are refused. */
	volatile boolean denied;

	BusinessAccount(GoogleWorld.AccountLine line) {
		this.name = line.name();
		this.accountName = line.accountName();
		this.type = line.type();
		this.role = line.role();
		this.denied = line.denied();
		this.locations = new CopyOnWriteArrayList<>(line.locations());
	}

}
