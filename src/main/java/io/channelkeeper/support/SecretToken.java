package io.channelkeeper.support;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret that stands in an address: 256 random bits, of which only the hash is stored.
 *
 * @param value the secret as it stands in the address; may be any text that somebody
 * typed
 */
public record SecretToken(String value) {

	private static final SecureRandom RANDOM = new SecureRandom();

	/** A new secret of 43 URL-safe characters. */
	public static SecretToken random() {
		byte[] bits = new byte[32];
		RANDOM.nextBytes(bits);
		return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
	}

	/** SHA-256 of the secret: what is stored and looked up. */
	public byte[] hash() {
		try {
			return MessageDigest.getInstance("SHA-256").digest(this.value.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return "SecretToken[…]";
	}

}
