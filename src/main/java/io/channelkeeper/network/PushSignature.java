package io.channelkeeper.network;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.channelkeeper.network.PushRefusedException.Reason;

/**
 * HMAC-SHA256, by which most networks sign what they push.
 */
public final class PushSignature {

	private static final String ALGORITHM = "HmacSHA256";

	private PushSignature() {
	}

	/** The signature of a message. */
	public static byte[] of(byte[] message, String secret) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
			return mac.doFinal(message);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Stops unless the message was signed with the secret; takes equally long for every
	 * wrong signature.
	 * @throws PushRefusedException if it was not
	 */
	public static void require(byte[] signature, byte[] message, String secret) {
		if (!MessageDigest.isEqual(signature, of(message, secret))) {
			throw new PushRefusedException(Reason.WRONG_SIGNATURE);
		}
	}

}
