package practice.linkedin;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Everything that changed at practice LinkedIn since its beginning, so that it can be put
 * away and taken up again.
 */
public final class LinkedInMemory {

	private final World world;

	private final App app;

	private final Tokens tokens;

	LinkedInMemory(World world, App app, Tokens tokens) {
		this.world = world;
		this.app = app;
		this.tokens = tokens;
	}

	public Notes note() {
		return new Notes(
				new AppNote(this.app.partner, this.app.pagesProduct, this.app.blanks, this.app.revokedAtFirst,
						this.app.oldestVersion),
				this.world.members()
					.stream()
					.map((member) -> new MemberNote(member.id, member.vanityName, member.password, member.restricted,
							member.picture, new TreeSet<>(member.granted)))
					.toList(),
				this.world.pages()
					.stream()
					.map((page) -> new PageNote(page.id, page.name, page.vanityName, page.followers, page.picture,
							new TreeMap<>(page.roles)))
					.toList(),
				this.tokens.all().stream().map(Token::note).toList());
	}

	public void recall(Notes notes) {
		this.app.partner = notes.app().partner();
		this.app.pagesProduct = notes.app().pagesProduct();
		this.app.blanks = notes.app().blanks();
		this.app.revokedAtFirst = notes.app().revokedAtFirst();
		this.app.oldestVersion = notes.app().oldestVersion();
		notes.members().forEach((note) -> this.world.findMember(note.id()).ifPresent((member) -> recall(member, note)));
		List<String> pages = notes.pages().stream().map(PageNote::id).toList();
		this.world.pages().stream().filter((page) -> !pages.contains(page.id)).forEach(this.world::removePage);
		notes.pages().forEach((note) -> this.world.findPage(note.id()).ifPresent((page) -> recall(page, note)));
		notes.tokens().forEach((note) -> this.tokens.add(Token.of(note, this.world)));
	}

	private static void recall(Member member, MemberNote note) {
		member.vanityName = note.vanityName();
		member.password = note.password();
		member.restricted = note.restricted();
		member.picture = note.picture();
		member.granted.addAll(note.granted());
	}

	private static void recall(Page page, PageNote note) {
		page.name = note.name();
		page.vanityName = note.vanityName();
		page.followers = note.followers();
		page.picture = note.picture();
		page.roles.clear();
		page.roles.putAll(note.roles());
	}

	/** Everything, as it is put away. */
	public record Notes(AppNote app, List<MemberNote> members, List<PageNote> pages, List<Token.Note> tokens) {
	}

	/** How LinkedIn treats the app. */
	record AppNote(boolean partner, boolean pagesProduct, boolean blanks, Duration revokedAtFirst,
			String oldestVersion) {
	}

	/** A member. */
	record MemberNote(String id, @Nullable String vanityName, String password, boolean restricted, int picture,
			Set<String> granted) {
	}

	/** A page. */
	record PageNote(String id, String name, String vanityName, long followers, int picture,
			Map<String, Page.Role> roles) {
	}

}
