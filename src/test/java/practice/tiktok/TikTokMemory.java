package practice.tiktok;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything that changed at practice TikTok since its beginning, so that it can be put
 * away and taken up again.
 */
final class TikTokMemory {

	private final TikTokWorld world;

	private final TikTokTokens tokens;

	private final TikTokRules rules;

	TikTokMemory(TikTokWorld world, TikTokTokens tokens, TikTokRules rules) {
		this.world = world;
		this.tokens = tokens;
		this.rules = rules;
	}

	Notes note() {
		return new Notes(this.rules.lives, this.rules.sliding,
				this.world.accounts().stream().map(TikTokMemory::note).toList(), this.tokens.all());
	}

	void recall(Notes notes) {
		this.rules.lives = notes.lives();
		this.rules.sliding = notes.sliding();
		notes.accounts()
			.forEach((note) -> this.world.find(note.openId()).ifPresent((account) -> recall(account, note)));
		notes.tokens().forEach(this.tokens::add);
	}

	private static void recall(TikTokAccount account, AccountNote note) {
		account.username = note.username();
		account.followers = note.followers();
		account.password = note.password();
		account.isPrivate = note.hidden();
		account.condition = note.condition();
		account.hasPicture = note.hasPicture();
		account.picture = note.picture();
		account.granted.addAll(note.granted());
	}

	private static AccountNote note(TikTokAccount account) {
		return new AccountNote(account.openId, account.username, account.followers, account.password, account.isPrivate,
				account.condition, account.hasPicture, account.picture, new TreeSet<>(account.granted));
	}

	/** Everything, as it is put away. */
	record Notes(TikTokLives lives, boolean sliding, List<AccountNote> accounts, Collection<TikTokToken> tokens) {
	}

	/** An account. */
	record AccountNote(String openId, String username, long followers, String password, boolean hidden,
			String condition, boolean hasPicture, int picture, Set<String> granted) {
	}

}
