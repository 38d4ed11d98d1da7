package io.channelkeeper.network.google;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Predicate;

import io.channelkeeper.network.Json;
import io.channelkeeper.network.PushRefusedException;
import io.channelkeeper.network.PushRefusedException.Reason;
import io.channelkeeper.network.TokenValue;

/**
 * Recognizes a refresh token by what Google tells of it: its first letters, or what
 * SHA-512 makes of it, applied twice.
 */
final class TokenTrace implements Predicate<TokenValue> {

	/** A prefix that says less could be anybody's. */
	private static final int LEAST = 16;

	private final boolean prefix;

	private final String trace;

	/**
	 * Reads a subject.
	 * @throws PushRefusedException if it is of a kind that nobody knows
	 */
	TokenTrace(Json subject) {
		String algorithm = subject.text("token_identifier_alg");
		String told = subject.text("token");
		this.prefix = "prefix".equals(algorithm);
		boolean hashed = algorithm != null && algorithm.toLowerCase(Locale.ROOT).contains("sha512");
		if (told == null || !(this.prefix || hashed) || (this.prefix && told.length() < LEAST)) {
			throw new PushRefusedException(Reason.UNREADABLE);
		}
		this.trace = this.prefix ? told : plain(told);
	}

	@Override
	public boolean test(TokenValue token) {
		return this.prefix ? token.value().startsWith(this.trace)
				: plain(Base64.getEncoder().encodeToString(twice(token.value()))).equals(this.trace);
	}

	/** Both alphabets of base64 are in use. */
	private static String plain(String base64) {
		return base64.replace('-', '+').replace('_', '/').replace("=", "");
	}

	private static byte[] twice(String token) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-512");
			return digest.digest(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** It leads to a token. */
	@Override
	public String toString() {
		return "TokenTrace[…]";
	}

}
