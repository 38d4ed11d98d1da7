package io.channelkeeper.network;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

/**
 * All providers that push anything.
 */
@Component
public class PushReceivers {

	private final List<PushReceiver> receivers;

	private final SignInProviders providers;

	PushReceivers(List<PushReceiver> receivers, SignInProviders providers) {
		this.receivers = receivers;
		this.providers = providers;
	}

	/** Who understands this provider, set up or not. */
	public Optional<PushReceiver> of(ProviderId provider) {
		return this.receivers.stream().filter((one) -> one.provider().equals(provider)).findFirst();
	}

	/** Who understands requests at an address, provided that it is set up. */
	public Optional<PushReceiver> at(String provider, String kind) {
		return this.receivers.stream()
			.filter((one) -> one.provider().value().equals(provider) && one.kinds().contains(kind))
			.filter((one) -> this.providers.configured(one.provider()) && one.isConfigured())
			.findFirst();
	}

}
