package practice.instagram;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An access token of Instagram Login.
 */
final class LoginToken {

	final String value;

	final Login login;

	final boolean longLived;

	final Instant issuedAt;

	volatile Instant expiresAt;

	/** What ended it before its time. */
	volatile @Nullable End ended;

	LoginToken(String value, Login login, boolean longLived, Instant issuedAt, Instant expiresAt) {
		this.value = value;
		this.login = login;
		this.longLived = longLived;
		this.issuedAt = issuedAt;
		this.expiresAt = expiresAt;
	}

}
