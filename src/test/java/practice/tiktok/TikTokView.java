package practice.tiktok;

import java.util.List;
import java.util.TreeSet;

/**
 * How everybody stands, for the control page and the login page.
 */
public final class TikTokView {

	private final TikTokWorld world;

	private final TikTokRules rules;

	TikTokView(TikTokWorld world, TikTokRules rules) {
		this.world = world;
		this.rules = rules;
	}

	public List<Row> accounts() {
		return rows(this.world);
	}

	public TikTokLives lives() {
		return this.rules.lives;
	}

	public List<TikTokLives> allLives() {
		return List.of(TikTokLives.values());
	}

	public boolean sliding() {
		return this.rules.sliding;
	}

	static List<Row> rows(TikTokWorld world) {
		return world.accounts().stream().map(TikTokView::row).toList();
	}

	static Row row(TikTokAccount account) {
		return new Row(account.key, account.name, account.username, account.email, account.password, account.story,
				account.condition + (account.isPrivate ? ", private" : ""), account.followers,
				String.join(", ", new TreeSet<>(account.granted)));
	}

	/** An account. */
	public record Row(String key, String name, String username, String email, String password, String story,
			String condition, long followers, String granted) {
	}

}
