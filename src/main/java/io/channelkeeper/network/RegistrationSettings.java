package io.channelkeeper.network;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties.Registration;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.util.StringUtils;

/**
 * The providers' credentials and login addresses under Spring's own keys. A registration
 * that is empty altogether, as container files like to leave them, counts as absent.
 */
class RegistrationSettings {

	private static final String PREFIX = "spring.security.oauth2.client";

	private final OAuth2ClientProperties properties;

	RegistrationSettings(Environment environment) {
		this.properties = Binder.get(environment)
			.bind(PREFIX, OAuth2ClientProperties.class)
			.orElseGet(OAuth2ClientProperties::new);
	}

	/** Whether the provider has an id and a secret. */
	boolean isConfigured(ProviderId provider) {
		Registration registration = this.properties.getRegistration().get(provider.value());
		return registration != null && StringUtils.hasText(registration.getClientId())
				&& StringUtils.hasText(registration.getClientSecret());
	}

	/** Puts what the operator has set over the provider's own defaults. */
	void apply(ProviderId id, ClientRegistration.Builder builder) {
		Registration registration = this.properties.getRegistration().get(id.value());
		if (registration != null && registration.getClientId() != null) {
			builder.clientId(registration.getClientId()).clientSecret(registration.getClientSecret());
		}
		OAuth2ClientProperties.Provider provider = this.properties.getProvider().get(id.value());
		if (provider != null && StringUtils.hasText(provider.getAuthorizationUri())) {
			builder.authorizationUri(provider.getAuthorizationUri());
		}
		if (provider != null && StringUtils.hasText(provider.getTokenUri())) {
			builder.tokenUri(provider.getTokenUri());
		}
	}

	/** One sentence for each registration that is half filled or cannot be used. */
	List<String> complaints() {
		List<String> complaints = new ArrayList<>();
		this.properties.getRegistration().forEach((id, registration) -> {
			boolean hasId = StringUtils.hasText(registration.getClientId());
			boolean hasSecret = StringUtils.hasText(registration.getClientSecret());
			if (hasId != hasSecret) {
				String registered = PREFIX + ".registration." + id;
				complaints.add("Set " + registered + (hasId ? ".client-secret" : ".client-id")
						+ " too, or remove the other half: a provider needs both.");
			}
		});
		for (Map.Entry<String, OAuth2ClientProperties.Provider> entry : this.properties.getProvider().entrySet()) {
			String provider = PREFIX + ".provider." + entry.getKey();
			check(provider + ".authorization-uri", entry.getValue().getAuthorizationUri(), complaints);
			check(provider + ".token-uri", entry.getValue().getTokenUri(), complaints);
		}
		return complaints;
	}

	/** One sentence for each registration that no provider answers to. */
	List<String> strangers(List<ProviderId> known) {
		return this.properties.getRegistration()
			.keySet()
			.stream()
			.filter((id) -> known.stream().noneMatch((provider) -> provider.value().equals(id)))
			.map((id) -> "Remove " + PREFIX + ".registration." + id + ": there is no such provider.")
			.toList();
	}

	private static void check(String key, @Nullable String address, List<String> complaints) {
		if (StringUtils.hasText(address) && !isAddress(address)) {
			complaints.add("Set " + key + " to a full address that begins with https://, or remove it.");
		}
	}

	private static boolean isAddress(String address) {
		try {
			URI uri = URI.create(address);
			return List.of("http", "https").contains(String.valueOf(uri.getScheme())) && uri.getHost() != null;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
