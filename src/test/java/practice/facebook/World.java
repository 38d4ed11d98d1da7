package practice.facebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everybody and everything at practice Facebook, read from {@code facebook.json}. Its
 * Instagram accounts are the same that practice Instagram knows.
 */
public final class World {

	private final Map<String, Person> people = new LinkedHashMap<>();

	private final Map<String, Page> pages = new LinkedHashMap<>();

	private final Map<String, InstagramAccount> accounts = new LinkedHashMap<>();

	private final Map<String, BusinessLine> businesses = new LinkedHashMap<>();

	World() {
		reset();
	}

	/** Everything as it was in the beginning. */
	void reset() {
		Scene scene = read();
		this.people.clear();
		this.pages.clear();
		this.accounts.clear();
		this.businesses.clear();
		scene.people().forEach((line) -> this.people.put(line.id(), new Person(line)));
		scene.instagram().forEach((line) -> this.accounts.put(line.id(), new InstagramAccount(line)));
		scene.businesses().forEach((line) -> this.businesses.put(line.id(), line));
		scene.pages().forEach((line) -> this.pages.put(line.id(), new Page(line, this)));
	}

	Collection<Person> people() {
		return List.copyOf(this.people.values());
	}

	Collection<Page> pages() {
		return List.copyOf(this.pages.values());
	}

	public Collection<InstagramAccount> accounts() {
		return List.copyOf(this.accounts.values());
	}

	Optional<Person> findPerson(@Nullable String name) {
		return this.people.values().stream().filter((person) -> person.isCalled(name)).findFirst();
	}

	Optional<Page> findPage(@Nullable String name) {
		return this.pages.values().stream().filter((page) -> page.isCalled(name)).findFirst();
	}

	public Optional<InstagramAccount> findAccount(@Nullable String name) {
		return this.accounts.values().stream().filter((account) -> account.isCalled(name)).findFirst();
	}

	Person person(String name) {
		return findPerson(name).orElseThrow(() -> new IllegalArgumentException("No practice person " + name));
	}

	Page page(String name) {
		return findPage(name).orElseThrow(() -> new IllegalArgumentException("No practice page " + name));
	}

	public InstagramAccount account(String name) {
		return findAccount(name).orElseThrow(() -> new IllegalArgumentException("No practice account " + name));
	}

	void removePage(Page page) {
		this.pages.remove(page.id);
	}

	void removeAccount(InstagramAccount account) {
		this.accounts.remove(account.id);
		this.pages.values().forEach((page) -> page.unlink(account.id));
	}

	/** The pages on which this person has a role, in the order of their ids. */
	List<Page> pagesOf(Person person) {
		return this.pages.values().stream().filter((page) -> page.roles.containsKey(person.id)).toList();
	}

	/** The businesses that somebody works for. */
	List<BusinessLine> businessesOf(Person person) {
		return this.businesses.values().stream().filter((business) -> business.people().contains(person.key)).toList();
	}

	/** Whether the page is reached by way of a business only. */
	boolean isOfABusiness(Page page) {
		return this.businesses.values()
			.stream()
			.anyMatch((business) -> business.owned().contains(page.id) || business.client().contains(page.id));
	}

	/** The page that an Instagram account is linked with. */
	Optional<Page> pageOf(InstagramAccount account) {
		return this.pages.values().stream().filter((page) -> Objects.equals(page.instagram, account.id)).findFirst();
	}

	private static Scene read() {
		try (InputStream file = World.class.getResourceAsStream("/practice/facebook.json")) {
			return JsonMapper.builder().build().readValue(Objects.requireNonNull(file), Scene.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What stands in the file. */
	record Scene(List<PersonLine> people, List<AccountLine> instagram, List<PageLine> pages,
			List<BusinessLine> businesses) {
	}

	/** A person in the file. */
	record PersonLine(String key, String id, String name, String email, String story) {
	}

	/** An Instagram account in the file. */
	record AccountLine(String id, String username, String name, AccountKind kind, long followers, long follows,
			long media, String biography, String website) {
	}

	/** A page in the file. */
	record PageLine(String id, String name, String username, long followers, boolean published,
			@Nullable String instagram, Map<String, Set<String>> roles) {
	}

	/** A business in the file: who works for it, its own pages and its clients'. */
	record BusinessLine(String id, String name, List<String> people, List<String> owned, List<String> client) {
	}

}
