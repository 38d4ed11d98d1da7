package practice.linkedin;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * How everybody and everything stands, for the control page.
 */
public final class LinkedInView {

	private final World world;

	private final App app;

	LinkedInView(World world, App app) {
		this.world = world;
		this.app = app;
	}

	public boolean partner() {
		return this.app.partner;
	}

	public boolean product() {
		return this.app.pagesProduct;
	}

	public boolean blanks() {
		return this.app.blanks;
	}

	public long revoked() {
		return this.app.revokedAtFirst.toSeconds();
	}

	public String oldest() {
		return this.app.oldestVersion;
	}

	public List<MemberRow> members() {
		return this.world.members()
			.stream()
			.map((member) -> new MemberRow(member.key, member.name(), member.email, member.password, member.story,
					member.vanityName, member.restricted, !member.granted.isEmpty()))
			.toList();
	}

	public List<PageRow> pages() {
		return this.world.pages()
			.stream()
			.map((page) -> new PageRow(page.id, page.name, page.vanityName, page.type, page.followers, roles(page)))
			.toList();
	}

	private List<RoleRow> roles(Page page) {
		return this.world.members().stream().filter((member) -> page.roles.containsKey(member.id)).map((member) -> {
			Page.Role role = Objects.requireNonNull(page.roles.get(member.id));
			return new RoleRow(member.key, member.name(), role.role(), role.state());
		}).toList();
	}

	/** A member. */
	public record MemberRow(String key, String name, String email, String password, String story,
			@Nullable String vanityName, boolean restricted, boolean hasApp) {
	}

	/** A page. */
	public record PageRow(String id, String name, String vanityName, String type, long followers, List<RoleRow> roles) {
	}

	/** A role on a page. */
	public record RoleRow(String member, String name, String role, String state) {
	}

}
