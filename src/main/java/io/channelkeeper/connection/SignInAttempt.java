package io.channelkeeper.connection;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.ProviderId;
import io.channelkeeper.support.SealedPlace;
import io.channelkeeper.support.SecretToken;

/**
 * One departure to a network, as stored; neither state nor cookie stand in it, only their
 * hashes.
 *
 * @param id the attempt's id
 * @param organizationId whose attempt it is
 * @param browserHash the hash of the cookie that binds it to a browser
 * @param provider through whom
 * @param channelId the channel expected back
 * @param errand who sent the person
 * @param errandId what it is about, or null
 * @param memberId the member who signs in, or null for the creator
 * @param returnPath where the person was, or null
 * @param manner how the person left
 * @param stateBefore how the channel stood when a member left, or null
 * @param redirectUri where the provider was told to answer
 * @param scopes what was asked for
 * @param verifier the sealed PKCE verifier, or null where the provider knows none
 * @param startedAt when the person left
 * @param expiresAt until when an answer counts
 */
@SuppressWarnings("ArrayRecordComponent")
record SignInAttempt(UUID id, UUID organizationId, byte[] browserHash, ProviderId provider, UUID channelId,
		String errand, @Nullable UUID errandId, @Nullable UUID memberId, @Nullable String returnPath,
		SignInManner manner, @Nullable ConnectionState stateBefore, String redirectUri, List<String> scopes,
		byte @Nullable [] verifier, Instant startedAt, Instant expiresAt) {

	static SealedPlace verifierPlace(UUID organization, UUID id) {
		return new SealedPlace(organization, id, "sign_in_attempt.verifier");
	}

	/** As it was asked for. */
	SignInStart asStart() {
		return new SignInStart(this.channelId, this.provider, this.errand, this.errandId, this.memberId,
				this.returnPath, this.manner);
	}

	/** Whether a member left because the channel was interrupted. */
	boolean isRepair() {
		return this.stateBefore != null && this.stateBefore.isInterrupted();
	}

	/** Whether a member left for a channel that had a login already. */
	boolean isReconnection() {
		return this.stateBefore != null && this.stateBefore.hasLogin();
	}

	boolean isBoundTo(@Nullable SecretToken browser) {
		return browser != null && MessageDigest.isEqual(this.browserHash, browser.hash());
	}

	boolean isExpired(Instant now) {
		return !now.isBefore(this.expiresAt);
	}

	@Override
	public String toString() {
		return "SignInAttempt[" + this.id + "]";
	}

}
