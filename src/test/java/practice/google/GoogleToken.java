package practice.google;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A token that practice Google issued.
 */
final class GoogleToken {

	final String value;

	final String identity;

	final String person;

	final Set<String> scopes;

	final Instant issuedAt;

	volatile @Nullable Instant expiresAt;

	volatile Instant usedAt;

	volatile boolean ended;

	GoogleToken(String value, String identity, String person, Set<String> scopes, Instant issuedAt,
			@Nullable Instant expiresAt) {
		this.value = value;
		this.identity = identity;
		this.person = person;
		this.scopes = scopes;
		this.issuedAt = issuedAt;
		this.expiresAt = expiresAt;
		this.usedAt = issuedAt;
	}

	boolean isRefresh() {
		return this.value.startsWith("1//");
	}

}
