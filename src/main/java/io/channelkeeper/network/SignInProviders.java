package io.channelkeeper.network;

import java.util.Comparator;
import java.util.List;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;

/**
 * All sign-in providers that this installation knows, and which of them are set up.
 */
@Component
public class SignInProviders {

	private final List<SignInProvider> providers;

	private final ClientRegistrationRepository registrations;

	SignInProviders(List<SignInProvider> providers, ClientRegistrationRepository registrations) {
		this.providers = providers.stream().sorted(Comparator.comparing(SignInProvider::name)).toList();
		this.registrations = registrations;
	}

	/** All of them, by name. */
	public List<SignInProvider> all() {
		return this.providers;
	}

	/** Those with credentials. */
	public List<SignInProvider> configured() {
		return this.providers.stream().filter((provider) -> configured(provider.id())).toList();
	}

	/** Whether the operator gave this provider's credentials. */
	public boolean configured(ProviderId id) {
		return this.registrations.findByRegistrationId(id.value()) != null;
	}

	/**
	 * The provider with this id, set up or not.
	 * @throws IllegalArgumentException if there is none
	 */
	public SignInProvider get(ProviderId id) {
		return this.providers.stream()
			.filter((provider) -> provider.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("Unknown provider " + id));
	}

	/**
	 * The registration of a provider that is set up. Never print it: it holds the secret.
	 * @throws IllegalArgumentException if the provider is not set up
	 */
	public ClientRegistration registration(ProviderId id) {
		ClientRegistration registration = this.registrations.findByRegistrationId(id.value());
		Assert.notNull(registration, () -> "Provider " + id + " is not set up");
		return registration;
	}

}
