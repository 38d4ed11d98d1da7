package io.channelkeeper.network.google;

import java.text.ParseException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.network.Json;
import io.channelkeeper.network.PushRefusedException;
import io.channelkeeper.network.PushRefusedException.Reason;

/**
 * Verifies security event tokens (RFC 8417): signed by one of Google's published keys, by
 * the right issuer, for our client. They do not expire, because they tell of what was.
 */
@Component
class SecurityTokens {

	private final GoogleKeys keys;

	private final String issuer;

	SecurityTokens(GoogleKeys keys, GoogleProviderProperties properties) {
		this.keys = keys;
		this.issuer = plain(properties.riscIssuer().toString());
	}

	/**
	 * What a token says.
	 * @throws PushRefusedException if it is not Google's, or not for us
	 * @throws io.channelkeeper.network.NetworkFaultException if Google's keys cannot be
	 * had
	 */
	Json claims(String token, String client) {
		JWSObject signed = parse(token);
		String kid = signed.getHeader().getKeyID();
		if (kid == null || !JWSAlgorithm.RS256.equals(signed.getHeader().getAlgorithm())) {
			throw new PushRefusedException(Reason.UNREADABLE);
		}
		RSAKey key = this.keys.find(kid);
		if (key == null || !isSignedBy(signed, key)) {
			throw new PushRefusedException(Reason.WRONG_SIGNATURE);
		}
		Json claims = Json.read(signed.getPayload().toBytes());
		if (claims == null || !claims.isObject()) {
			throw new PushRefusedException(Reason.UNREADABLE);
		}
		boolean forUs = client.equals(claims.text("aud")) || claims.texts("aud").contains(client);
		if (!forUs || !this.issuer.equals(plain(claims.text("iss")))) {
			throw new PushRefusedException(Reason.NOT_FOR_US);
		}
		return claims;
	}

	private static JWSObject parse(String token) {
		try {
			return JWSObject.parse(token);
		}
		catch (ParseException ex) {
			throw new PushRefusedException(Reason.UNREADABLE);
		}
	}

	private static boolean isSignedBy(JWSObject signed, RSAKey key) {
		try {
			return signed.verify(new RSASSAVerifier(key));
		}
		catch (JOSEException ex) {
			return false;
		}
	}

	/** Google writes itself with a slash at the end and without. */
	private static String plain(@Nullable String issuer) {
		return (issuer != null && issuer.endsWith("/")) ? issuer.substring(0, issuer.length() - 1)
				: String.valueOf(issuer);
	}

}
