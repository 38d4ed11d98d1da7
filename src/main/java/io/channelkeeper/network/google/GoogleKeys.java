package io.channelkeeper.network.google;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.util.DefaultUriBuilderFactory;

import io.channelkeeper.network.ApiCalls;
import io.channelkeeper.network.ApiName;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.RemoteClients;

/**
 * The keys that Google signs security events with. They are asked for once a day, or when
 * one turns up that is not known, but never more often than once a minute: anybody can
 * make up names of keys.
 */
@Component
class GoogleKeys {

	private static final Duration LIFE = Duration.ofDays(1);

	private static final Duration PAUSE = Duration.ofMinutes(1);

	private final GoogleKeysApi api;

	private final ApiCalls calls;

	private final GoogleProviderProperties properties;

	private final Clock clock;

	private Map<String, RSAKey> keys = Map.of();

	private @Nullable Instant readAt;

	private @Nullable Instant triedAt;

	GoogleKeys(RemoteClients clients, GoogleProviderProperties properties, Clock clock) {
		this.api = clients.create(GoogleKeysApi.class, properties.riscIssuer());
		this.calls = clients.calls(new ApiName("google"), new GoogleReading());
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * The key with this name, or null if Google has none.
	 * @throws NetworkFaultException if Google does not show its keys
	 */
	synchronized @Nullable RSAKey find(String kid) {
		Instant now = this.clock.instant();
		boolean current = this.readAt != null && now.isBefore(this.readAt.plus(LIFE));
		if (current && this.keys.containsKey(kid)) {
			return this.keys.get(kid);
		}
		if (this.triedAt != null && now.isBefore(this.triedAt.plus(PAUSE))) {
			if (this.triedAt.equals(this.readAt)) {
				return this.keys.get(kid);
			}
			throw new NetworkFaultException(new NetworkFault.Unavailable());
		}
		this.triedAt = now;
		this.keys = published();
		this.readAt = now;
		return this.keys.get(kid);
	}

	private Map<String, RSAKey> published() {
		Map<String, RSAKey> published = new HashMap<>();
		for (Json key : ask(address()).objects("keys")) {
			String kid = key.text("kid");
			String modulus = key.text("n");
			String exponent = key.text("e");
			if ("RSA".equals(key.text("kty")) && kid != null && modulus != null && exponent != null) {
				published.put(kid,
						new RSAKey.Builder(new Base64URL(modulus), new Base64URL(exponent)).keyID(kid).build());
			}
		}
		if (published.isEmpty()) {
			throw new NetworkFaultException(new NetworkFault.Unexpected());
		}
		return published;
	}

	/** Set by the operator, or told by the issuer. */
	private URI address() {
		String set = this.properties.riscJwksUrl();
		if (StringUtils.hasText(set)) {
			return URI.create(set);
		}
		String issuer = this.properties.riscIssuer().toString().replaceFirst("/$", "");
		URI told = ask(URI.create(issuer + "/.well-known/risc-configuration")).address("jwks_uri");
		if (told == null || !String.valueOf(told.getScheme()).equals(this.properties.riscIssuer().getScheme())) {
			throw new NetworkFaultException(new NetworkFault.Unexpected());
		}
		return told;
	}

	private Json ask(URI address) {
		return this.calls.read(() -> this.api.get(new DefaultUriBuilderFactory(address.toString())));
	}

}
