package practice.google;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everybody and everything at practice Google, read from {@code google.json}.
 */
final class GoogleWorld {

	private final Map<String, GooglePerson> people = new LinkedHashMap<>();

	private final Map<String, YouTubeChannel> channels = new LinkedHashMap<>();

	private final Map<String, BusinessAccount> accounts = new LinkedHashMap<>();

	/** Whether the app's consent screen is still in testing. */
	volatile boolean testing;

	GoogleWorld() {
		reset();
	}

	/** Everything as it was in the beginning. */
	void reset() {
		Scene scene = read();
		this.testing = false;
		this.people.clear();
		this.channels.clear();
		this.accounts.clear();
		scene.people().forEach((line) -> this.people.put(line.key(), new GooglePerson(line)));
		scene.channels().forEach((line) -> this.channels.put(line.id(), new YouTubeChannel(line)));
		scene.accounts().forEach((line) -> this.accounts.put(line.name(), new BusinessAccount(line)));
	}

	Collection<GooglePerson> people() {
		return List.copyOf(this.people.values());
	}

	Collection<YouTubeChannel> channels() {
		return List.copyOf(this.channels.values());
	}

	Collection<BusinessAccount> accounts() {
		return List.copyOf(this.accounts.values());
	}

	Optional<GooglePerson> findPerson(@Nullable String name) {
		return this.people.values().stream().filter((person) -> person.isCalled(name)).findFirst();
	}

	GooglePerson person(String name) {
		return findPerson(name).orElseThrow(() -> new IllegalArgumentException("No practice person " + name));
	}

	Optional<YouTubeChannel> findChannel(@Nullable String name) {
		return this.channels.values().stream().filter((channel) -> channel.isCalled(name)).findFirst();
	}

	YouTubeChannel channel(String name) {
		return findChannel(name).orElseThrow(() -> new IllegalArgumentException("No practice channel " + name));
	}

	BusinessAccount account(String name) {
		return Optional.ofNullable(this.accounts.get(name))
			.orElseThrow(() -> new IllegalArgumentException("No practice account " + name));
	}

	void remove(YouTubeChannel channel) {
		this.channels.remove(channel.id);
	}

	/** Whom a person can sign in as: oneself first, then each brand. */
	List<Identity> identities(GooglePerson person) {
		Identity self = new Identity(person.sub, person.key, person.name, person.channel);
		return Stream
			.concat(Stream.of(self), person.brands.stream()
				.flatMap((id) -> findChannel(id).stream())
				.map((channel) -> new Identity("9" + person.sub.substring(1) + person.brands.indexOf(channel.id),
						person.key, channel.title, channel.id)))
			.toList();
	}

	Optional<Identity> findIdentity(String sub) {
		return this.people.values()
			.stream()
			.flatMap((person) -> identities(person).stream())
			.filter((identity) -> identity.sub().equals(sub))
			.findFirst();
	}

	private static Scene read() {
		try (InputStream file = GoogleWorld.class.getResourceAsStream("/practice/google.json")) {
			return JsonMapper.builder().build().readValue(Objects.requireNonNull(file), Scene.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Somebody as whom a token acts: a person, or a brand that the person runs.
	 *
	 * @param sub Google's number
	 * @param person who it is
	 * @param name what the consent page shows
	 * @param channel the channel that comes with it, or null
	 */
	record Identity(String sub, String person, String name, @Nullable String channel) {
	}

	/** What stands in the file. */
	record Scene(List<PersonLine> people, List<ChannelLine> channels, List<AccountLine> accounts) {
	}

	/** A person in the file. */
	record PersonLine(String key, String sub, String name, String email, String story, @Nullable String channel,
			List<String> brands, List<String> accounts, boolean signupRequired) {
	}

	/** A channel in the file. */
	record ChannelLine(String id, String title, @Nullable String customUrl, long subscribers, long videos, long views,
			boolean hidden, String privacy) {
	}

	/** A business account in the file. */
	record AccountLine(String name, String accountName, String type, String role, boolean denied,
			List<BusinessLocation> locations) {
	}

	/** A place in the file. */
	record BusinessLocation(String name, String title, String street, String city, @Nullable String placeId,
			@Nullable String mapsUri) {
	}

}
