package practice.linkedin;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * An access or refresh token of a member.
 */
final class Token {

	final String value;

	final Member member;

	/** Whether it gives new access tokens. */
	final boolean refreshes;

	final Set<String> scopes;

	/** When the member consented; every token of a line has the same moment. */
	final Instant authorizedAt;

	final Instant createdAt;

	volatile Instant expiresAt;

	volatile boolean revoked;

	Token(String value, Member member, boolean refreshes, Set<String> scopes, Instant authorizedAt, Instant createdAt,
			Instant expiresAt) {
		this.value = value;
		this.member = member;
		this.refreshes = refreshes;
		this.scopes = Set.copyOf(scopes);
		this.authorizedAt = authorizedAt;
		this.createdAt = createdAt;
		this.expiresAt = expiresAt;
	}

	boolean isOver(Instant now) {
		return !now.isBefore(this.expiresAt);
	}

	/** Takes up what {@link #note()} once said. */
	static Token of(Note note, World world) {
		Token token = new Token(note.value(), world.member(note.member()), note.refreshes(), note.scopes(),
				note.authorizedAt(), note.createdAt(), note.expiresAt());
		token.revoked = note.revoked();
		return token;
	}

	Note note() {
		return new Note(this.value, this.member.id, this.refreshes, this.scopes, this.authorizedAt, this.createdAt,
				this.expiresAt, this.revoked);
	}

	/** A token as it is put away. */
	record Note(String value, String member, boolean refreshes, Set<String> scopes, Instant authorizedAt,
			Instant createdAt, Instant expiresAt, boolean revoked) {
	}

	/** What the token address answers. */
	record Pair(Token access, @Nullable Token refresh) {
	}

}
