package io.channelkeeper.network.facebook;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.Cause;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.Push;
import io.channelkeeper.network.PushRefusedException;
import io.channelkeeper.network.PushRefusedException.Reason;
import io.channelkeeper.network.PushRequest;
import io.channelkeeper.network.PushSignature;

/**
 * What Meta's products post when a person removes the app or asks for deletion (Meta,
 * Data Deletion Request Callback): a signature and a payload in one field. Each product
 * signs with its own secret.
 *
 * @param user the person, or null when a page removed the app
 * @param page the page that did, or null
 * @param issuedAt when
 */
public record SignedRequest(@Nullable String user, @Nullable String page, Instant issuedAt) {

	/** Kind of the address that is told when a person removes the app. */
	public static final String REMOVED = "deauthorize";

	/** Kind of the address that is told when a person wants everything deleted. */
	public static final String DELETION = "deletion";

	/** Nobody documents how long Meta tries again; what is kept longer is no retry. */
	private static final Duration LIFE = Duration.ofDays(1);

	private static final String NOBODY = "0";

	/**
	 * Reads and verifies a request.
	 * @throws PushRefusedException if it is not signed with the secret, or too old
	 */
	public static SignedRequest of(PushRequest request, String secret) {
		String field = request.field("signed_request");
		int dot = (field != null) ? field.indexOf('.') : -1;
		if (field == null || dot < 1) {
			throw new PushRefusedException(Reason.UNREADABLE);
		}
		String encoded = field.substring(dot + 1);
		PushSignature.require(decoded(field.substring(0, dot)), encoded.getBytes(StandardCharsets.UTF_8), secret);
		Json payload = Json.read(decoded(encoded));
		if (payload == null || !"HMAC-SHA256".equalsIgnoreCase(payload.text("algorithm"))) {
			throw new PushRefusedException(Reason.UNREADABLE);
		}
		Instant issuedAt = request.fresh(payload.moment("issued_at"), LIFE);
		String user = payload.id("user_id");
		String page = payload.id("profile_id");
		boolean byPerson = user != null && !user.equals(NOBODY);
		if (!byPerson && page == null) {
			throw new PushRefusedException(Reason.UNREADABLE);
		}
		return new SignedRequest(byPerson ? user : null, byPerson ? null : page, issuedAt);
	}

	/**
	 * What it means that a person sent it.
	 * @throws PushRefusedException if a page did
	 */
	public Push ofPerson(PushRequest request) {
		if (this.user == null) {
			throw new PushRefusedException(Reason.UNREADABLE);
		}
		return request.kind().equals(DELETION) ? new Push.ErasureAsked(this.user, this.issuedAt)
				: new Push.AccessEnded(this.user, Cause.ACCESS_REVOKED, this.issuedAt);
	}

	private static byte[] decoded(String text) {
		try {
			return Base64.getUrlDecoder().decode(text);
		}
		catch (IllegalArgumentException ex) {
			throw new PushRefusedException(Reason.UNREADABLE);
		}
	}

}
