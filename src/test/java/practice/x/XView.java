package practice.x;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How every account stands, for the control page.
 */
public final class XView {

	private final XWorld world;

	private final XTokens tokens;

	private final XApp app;

	XView(XWorld world, XTokens tokens, XApp app) {
		this.world = world;
		this.tokens = tokens;
		this.app = app;
	}

	public boolean hasCredits() {
		return this.app.hasCredits;
	}

	public List<Row> accounts() {
		return this.world.accounts().stream().map((account) -> Row.of(account, grant(account))).toList();
	}

	/** What became of the newest grant. */
	private String grant(XAccount account) {
		return this.tokens.all()
			.reversed()
			.stream()
			.filter((grant) -> grant.account == account)
			.findFirst()
			.map((grant) -> ended(grant.ended))
			.orElse("does not have the app");
	}

	private static String ended(@Nullable String why) {
		return (why != null) ? "has the app no longer: " + why : "has the app";
	}

	/** An account. */
	public record Row(String key, String name, String username, String password, String story, String condition,
			long followers, String verifiedType, int picture, String app) {

		static Row plain(XAccount account) {
			return of(account, "");
		}

		static Row of(XAccount account, String app) {
			return new Row(account.key, account.name, account.username, account.password, account.story,
					account.condition(), account.followers, account.verifiedType, account.picture, app);
		}
	}

}
