package io.channelkeeper.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;

import io.channelkeeper.support.BaseUrl;
import io.channelkeeper.support.SettingsException;

/**
 * Joins what each provider knows of itself with the operator's credentials. With no
 * credentials at all it is empty, and the application starts without networks on offer.
 */
@Configuration(proxyBeanMethods = false)
class RegistrationConfiguration {

	@Bean
	ClientRegistrationRepository clientRegistrations(List<SignInProvider> providers, Environment environment,
			BaseUrl baseUrl) {
		RegistrationSettings settings = new RegistrationSettings(environment);
		refuseWrong(settings, providers);
		Map<String, ClientRegistration> registrations = new LinkedHashMap<>();
		for (SignInProvider provider : providers) {
			if (settings.isConfigured(provider.id())) {
				ClientRegistration.Builder builder = provider.defaults()
					.redirectUri(baseUrl.of("/oauth/callback/" + provider.id()).toString());
				settings.apply(provider.id(), builder);
				registrations.put(provider.id().value(), builder.build());
			}
		}
		return new InMemoryClientRegistrationRepository(registrations);
	}

	private static void refuseWrong(RegistrationSettings settings, List<SignInProvider> providers) {
		List<String> complaints = new ArrayList<>(settings.complaints());
		complaints.addAll(settings.strangers(providers.stream().map(SignInProvider::id).toList()));
		if (!complaints.isEmpty()) {
			throw new SettingsException(complaints);
		}
	}

}
