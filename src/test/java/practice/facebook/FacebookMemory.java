package practice.facebook;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Everything that changed at practice Facebook since its beginning, so that it can be put
 * away and taken up again.
 */
public final class FacebookMemory {

	private final World world;

	private final Tokens tokens;

	FacebookMemory(World world, Tokens tokens) {
		this.world = world;
		this.tokens = tokens;
	}

	public Notes note() {
		return new Notes(this.world.people().stream().map(FacebookMemory::note).toList(),
				this.world.pages().stream().map(FacebookMemory::note).toList(),
				this.world.accounts().stream().map(FacebookMemory::note).toList(),
				this.tokens.all().stream().map(FacebookMemory::note).toList());
	}

	public void recall(Notes notes) {
		notes.people().forEach((note) -> this.world.findPerson(note.id()).ifPresent((person) -> recall(person, note)));
		forgetOthers(notes);
		notes.pages().forEach((note) -> this.world.findPage(note.id()).ifPresent((page) -> recall(page, note)));
		notes.accounts()
			.forEach((note) -> this.world.findAccount(note.id()).ifPresent((account) -> recall(account, note)));
		notes.tokens().forEach((note) -> {
			Token token = new Token(note.value(), this.world.person(note.person()), note.page(), note.longLived(),
					note.issuedAt(), note.dataAccessExpiresAt(), note.expiresAt());
			token.ended = note.ended();
			this.tokens.add(token);
		});
	}

	private void forgetOthers(Notes notes) {
		Collection<String> pages = notes.pages().stream().map(PageNote::id).toList();
		Collection<String> accounts = notes.accounts().stream().map(AccountNote::id).toList();
		this.world.pages().stream().filter((page) -> !pages.contains(page.id)).forEach(this.world::removePage);
		this.world.accounts()
			.stream()
			.filter((account) -> !accounts.contains(account.id))
			.forEach(this.world::removeAccount);
	}

	private static void recall(Person person, PersonNote note) {
		person.password = note.password();
		person.suspended = note.suspended();
		person.trouble = note.trouble();
		person.granted.addAll(note.granted());
		person.declined.addAll(note.declined());
		person.chosenPages.addAll(note.chosenPages());
	}

	private static void recall(Page page, PageNote note) {
		page.name = note.name();
		page.published = note.published();
		page.instagram = note.instagram();
		page.roles.clear();
		page.roles.putAll(note.roles());
		page.picture.version = note.picture();
		page.picture.mode = note.mode();
	}

	private static void recall(InstagramAccount account, AccountNote note) {
		account.username = note.username();
		account.kind = note.kind();
		account.followers = note.followers();
		account.restricted = note.restricted();
		account.picture.version = note.picture();
		account.picture.mode = note.mode();
	}

	private static PersonNote note(Person person) {
		return new PersonNote(person.id, person.password, person.suspended, person.trouble,
				new TreeSet<>(person.granted), new TreeSet<>(person.declined), new TreeSet<>(person.chosenPages));
	}

	private static PageNote note(Page page) {
		Map<String, Set<String>> roles = new TreeMap<>();
		page.roles.forEach((person, tasks) -> roles.put(person, new TreeSet<>(tasks)));
		return new PageNote(page.id, page.name, page.published, page.instagram, roles, page.picture.version,
				page.picture.mode);
	}

	private static AccountNote note(InstagramAccount account) {
		return new AccountNote(account.id, account.username, account.kind, account.followers, account.restricted,
				account.picture.version, account.picture.mode);
	}

	private static TokenNote note(Token token) {
		return new TokenNote(token.value, token.person.id, token.page, token.longLived, token.issuedAt,
				token.dataAccessExpiresAt, token.expiresAt, token.ended);
	}

	/** Everything, as it is put away. */
	public record Notes(List<PersonNote> people, List<PageNote> pages, List<AccountNote> accounts,
			List<TokenNote> tokens) {
	}

	/** A person. */
	record PersonNote(String id, String password, boolean suspended, @Nullable Rejection trouble, Set<String> granted,
			Set<String> declined, Set<String> chosenPages) {
	}

	/** A page. */
	record PageNote(String id, String name, boolean published, @Nullable String instagram,
			Map<String, Set<String>> roles, int picture, PictureMode mode) {
	}

	/** An Instagram account. */
	record AccountNote(String id, String username, AccountKind kind, long followers, boolean restricted, int picture,
			PictureMode mode) {
	}

	/** A token. */
	record TokenNote(String value, String person, @Nullable String page, boolean longLived, Instant issuedAt,
			Instant dataAccessExpiresAt, @Nullable Instant expiresAt, @Nullable Rejection ended) {
	}

}
