package practice.facebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * How everybody and everything stands, for the control page.
 */
public final class FacebookView {

	private final World world;

	private final App app;

	FacebookView(World world, App app) {
		this.world = world;
		this.app = app;
	}

	public boolean proofRequired() {
		return this.app.proofRequired;
	}

	public List<PersonRow> people() {
		return this.world.people()
			.stream()
			.map((person) -> new PersonRow(person.key, person.name, person.email, person.password, person.story,
					person.condition(), person.knowsApp(), List.copyOf(new TreeSet<>(person.declined))))
			.toList();
	}

	public List<PageRow> pages() {
		List<PageRow> rows = new ArrayList<>();
		for (Page page : this.world.pages()) {
			List<RoleRow> roles = this.world.people()
				.stream()
				.filter((person) -> page.roles.containsKey(person.id))
				.map((person) -> new RoleRow(person.key, person.name,
						String.join(", ", new TreeSet<>(Objects.requireNonNull(page.roles.get(person.id))))))
				.toList();
			String account = this.world.findAccount(page.instagram).map((linked) -> linked.username).orElse(null);
			rows.add(new PageRow(page.id, page.name, page.published, account, page.picture.mode, roles));
		}
		return rows;
	}

	public List<AccountRow> accounts() {
		return this.world.accounts()
			.stream()
			.map((account) -> new AccountRow(account.id, account.username, account.name, account.kind.name(),
					account.followers, account.restricted, account.picture.mode))
			.toList();
	}

	/** A person. */
	public record PersonRow(String key, String name, String email, String password, String story, String condition,
			boolean hasApp, List<String> declined) {
	}

	/** A page. */
	public record PageRow(String id, String name, boolean published, @Nullable String account, PictureMode picture,
			List<RoleRow> roles) {
	}

	/** A role on a page. */
	public record RoleRow(String person, String name, String tasks) {
	}

	/** An Instagram account. */
	public record AccountRow(String id, String username, String name, String kind, long followers, boolean restricted,
			PictureMode picture) {
	}

}
