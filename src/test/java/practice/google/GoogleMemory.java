package practice.google;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import practice.google.GoogleWorld.BusinessLocation;

/**
 * Everything that changed at practice Google since its beginning, so that it can be put
 * away and taken up again.
 */
public final class GoogleMemory {

	private final GoogleWorld world;

	private final GoogleTokens tokens;

	GoogleMemory(GoogleWorld world, GoogleTokens tokens) {
		this.world = world;
		this.tokens = tokens;
	}

	public Notes note() {
		return new Notes(this.world.testing, this.world.people().stream().map(GoogleMemory::note).toList(),
				this.world.channels().stream().map(GoogleMemory::note).toList(),
				this.world.accounts()
					.stream()
					.map((account) -> new AccountNote(account.name, account.denied, List.copyOf(account.locations)))
					.toList(),
				this.tokens.all().stream().map(GoogleMemory::note).toList());
	}

	public void recall(Notes notes) {
		this.world.testing = notes.testing();
		notes.people().forEach((note) -> this.world.findPerson(note.key()).ifPresent((person) -> {
			person.password = note.password();
			person.suspended = note.suspended();
			person.channel = note.channel();
			note.granted().forEach((identity, scopes) -> person.granted(identity).addAll(scopes));
		}));
		List<String> channels = notes.channels().stream().map(ChannelNote::id).toList();
		this.world.channels().stream().filter((channel) -> !channels.contains(channel.id)).forEach(this.world::remove);
		notes.channels()
			.forEach((note) -> this.world.findChannel(note.id()).ifPresent((channel) -> recall(channel, note)));
		notes.accounts().forEach((note) -> {
			BusinessAccount account = this.world.account(note.name());
			account.denied = note.denied();
			account.locations.retainAll(note.locations());
		});
		notes.tokens().forEach((note) -> {
			GoogleToken token = new GoogleToken(note.value(), note.identity(), note.person(), note.scopes(),
					note.issuedAt(), note.expiresAt());
			token.usedAt = note.usedAt();
			token.ended = note.ended();
			this.tokens.add(token);
		});
	}

	private static void recall(YouTubeChannel channel, ChannelNote note) {
		channel.title = note.title();
		channel.customUrl = note.customUrl();
		channel.subscribers = note.subscribers();
		channel.hidden = note.hidden();
		channel.privacy = note.privacy();
		channel.picture = note.picture();
	}

	private static PersonNote note(GooglePerson person) {
		Map<String, Set<String>> granted = new TreeMap<>();
		person.granted.forEach((identity, scopes) -> granted.put(identity, new TreeSet<>(scopes)));
		return new PersonNote(person.key, person.password, person.suspended, person.channel, granted);
	}

	private static ChannelNote note(YouTubeChannel channel) {
		return new ChannelNote(channel.id, channel.title, channel.customUrl, channel.subscribers, channel.hidden,
				channel.privacy, channel.picture);
	}

	private static TokenNote note(GoogleToken token) {
		return new TokenNote(token.value, token.identity, token.person, token.scopes, token.issuedAt, token.expiresAt,
				token.usedAt, token.ended);
	}

	/** Everything, as it is put away. */
	public record Notes(boolean testing, List<PersonNote> people, List<ChannelNote> channels,
			List<AccountNote> accounts, List<TokenNote> tokens) {
	}

	/** A person. */
	record PersonNote(String key, String password, boolean suspended, @Nullable String channel,
			Map<String, Set<String>> granted) {
	}

	/** A channel. */
	record ChannelNote(String id, String title, @Nullable String customUrl, long subscribers, boolean hidden,
			String privacy, int picture) {
	}

	/** A business account. */
	record AccountNote(String name, boolean denied, List<BusinessLocation> locations) {
	}

	/** A token. */
	record TokenNote(String value, String identity, String person, Set<String> scopes, Instant issuedAt,
			@Nullable Instant expiresAt, Instant usedAt, boolean ended) {
	}

}
