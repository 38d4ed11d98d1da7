package practice.x;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Everything that changed at practice X since its beginning, so that it can be put away
 * and taken up again.
 */
public final class XMemory {

	private final XWorld world;

	private final XTokens tokens;

	private final XApp app;

	XMemory(XWorld world, XTokens tokens, XApp app) {
		this.world = world;
		this.tokens = tokens;
		this.app = app;
	}

	public Notes note() {
		return new Notes(this.app.hasCredits, this.world.accounts().stream().map(XMemory::note).toList(),
				this.tokens.all().stream().map(XMemory::note).toList());
	}

	public void recall(Notes notes) {
		this.app.hasCredits = notes.credits();
		notes.accounts().forEach((note) -> this.world.find(note.id()).ifPresent((account) -> recall(account, note)));
		notes.grants().forEach((note) -> {
			XGrant grant = new XGrant(this.world.get(note.account()), note.scopes());
			grant.access.putAll(note.access());
			note.used().forEach((token) -> grant.used.put(token, true));
			grant.refresh = note.refresh();
			grant.refreshExpiresAt = note.refreshExpiresAt();
			grant.ended = note.ended();
			this.tokens.add(grant);
		});
	}

	private static void recall(XAccount account, AccountNote note) {
		account.name = note.name();
		account.username = note.username();
		account.followers = note.followers();
		account.verifiedType = note.verifiedType();
		account.isProtected = note.secluded();
		account.isLocked = note.locked();
		account.isSuspended = note.suspended();
		account.isDeactivated = note.deactivated();
		account.password = note.password();
		account.picture = note.picture();
	}

	private static AccountNote note(XAccount account) {
		return new AccountNote(account.id, account.name, account.username, account.followers, account.verifiedType,
				account.isProtected, account.isLocked, account.isSuspended, account.isDeactivated, account.password,
				account.picture);
	}

	private static GrantNote note(XGrant grant) {
		return new GrantNote(grant.account.id, grant.scopes, new TreeMap<>(grant.access),
				new TreeSet<>(grant.used.keySet()), grant.refresh, grant.refreshExpiresAt, grant.ended);
	}

	/** Everything, as it is put away. */
	public record Notes(boolean credits, List<AccountNote> accounts, List<GrantNote> grants) {
	}

	/** An account. */
	record AccountNote(String id, String name, String username, long followers, String verifiedType, boolean secluded,
			boolean locked, boolean suspended, boolean deactivated, String password, int picture) {
	}

	/** What a sign-in gave. */
	record GrantNote(String account, List<String> scopes, Map<String, Instant> access, Set<String> used,
			@Nullable String refresh, @Nullable Instant refreshExpiresAt, @Nullable String ended) {
	}

}
