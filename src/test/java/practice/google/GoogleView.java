package practice.google;

import java.util.List;

/**
 * How everybody and everything stands at practice Google, for the control page.
 */
public final class GoogleView {

	private final GoogleWorld world;

	GoogleView(GoogleWorld world) {
		this.world = world;
	}

	public boolean testing() {
		return this.world.testing;
	}

	public List<PersonRow> people() {
		return this.world.people()
			.stream()
			.map((person) -> new PersonRow(person.key, person.name, person.email, person.password, person.story,
					person.suspended ? "disabled" : "fine", person.knowsApp()))
			.toList();
	}

	public List<ChannelRow> channels() {
		return this.world.channels()
			.stream()
			.map((channel) -> new ChannelRow(channel.id, channel.title,
					(channel.customUrl != null) ? channel.customUrl : "no handle", channel.privacy,
					channel.hidden ? "hidden subscribers" : channel.subscribers + " subscribers"))
			.toList();
	}

	public List<AccountRow> accounts() {
		return this.world.accounts()
			.stream()
			.map((account) -> new AccountRow(account.name, account.accountName, account.role, account.denied,
					account.locations.stream().map((one) -> new PlaceRow(one.name(), one.title())).toList()))
			.toList();
	}

	/** A person. */
	public record PersonRow(String key, String name, String email, String password, String story, String condition,
			boolean hasApp) {
	}

	/** A channel. */
	public record ChannelRow(String id, String title, String handle, String privacy, String subscribers) {
	}

	/** A business account. */
	public record AccountRow(String name, String accountName, String role, boolean denied, List<PlaceRow> places) {
	}

	/** A place. */
	public record PlaceRow(String name, String title) {
	}

}
