package practice.facebook;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An access token, of a person or of a page through a person.
 */
final class Token {

	final String value;

	final Person person;

	final @Nullable String page;

	final boolean longLived;

	final Instant issuedAt;

	final Instant dataAccessExpiresAt;

	/** Null for tokens without an end. */
	volatile @Nullable Instant expiresAt;

	/** What ended it before its time. */
	volatile @Nullable Rejection ended;

	Token(String value, Person person, @Nullable String page, boolean longLived, Instant issuedAt,
			Instant dataAccessExpiresAt, @Nullable Instant expiresAt) {
		this.value = value;
		this.person = person;
		this.page = page;
		this.longLived = longLived;
		this.issuedAt = issuedAt;
		this.dataAccessExpiresAt = dataAccessExpiresAt;
		this.expiresAt = expiresAt;
	}

	boolean isOfPage() {
		return this.page != null;
	}

}
