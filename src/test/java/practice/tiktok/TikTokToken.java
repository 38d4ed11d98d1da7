package practice.tiktok;

import java.time.Instant;

/**
 * An access token or a refresh token.
 *
 * @param value the token
 * @param account whose it is, by open id
 * @param refreshing whether it is a refresh token
 * @param scope the permissions, separated by commas
 * @param expiresAt its end
 * @param ended whether it was ended before that: used up, revoked, taken away
 */
record TikTokToken(String value, String account, boolean refreshing, String scope, Instant expiresAt, boolean ended) {

	TikTokToken end() {
		return new TikTokToken(this.value, this.account, this.refreshing, this.scope, this.expiresAt, true);
	}

	TikTokToken endAt(Instant moment) {
		return new TikTokToken(this.value, this.account, this.refreshing, this.scope, moment, this.ended);
	}

	boolean isAlive(Instant now) {
		return !this.ended && now.isBefore(this.expiresAt);
	}

}
