package io.channelkeeper.portfolio.web;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Networks;
import io.channelkeeper.network.SignInProvider;
import io.channelkeeper.portfolio.ChannelGlimpse;

/**
 * What networks and providers are called, and how their causes and diagnoses read.
 */
@Component
class NetworkTexts {

	private final Networks networks;

	private final List<SignInProvider> providers;

	NetworkTexts(Networks networks, List<SignInProvider> providers) {
		this.networks = networks;
		this.providers = providers;
	}

	String name(NetworkId network) {
		return this.networks.get(network).name();
	}

	/** The handle as people of that network write it. */
	String handle(NetworkId network, String handle) {
		return this.networks.get(network).show(handle);
	}

	/** Who signed the channel in; its network where nobody did. */
	String provider(ChannelGlimpse channel) {
		return this.providers.stream()
			.filter((provider) -> provider.id().value().equals(channel.provider()))
			.findFirst()
			.map(SignInProvider::name)
			.orElseGet(() -> name(channel.network()));
	}

	String cause(ChannelGlimpse channel, Reader reader) {
		if (channel.cause() == null) {
			return reader.text("cause.TOKEN_REJECTED");
		}
		return reader.text("cause." + channel.cause(), permission(channel.causeDetail(), reader));
	}

	String diagnosis(ChannelGlimpse channel, Diagnosis diagnosis, Reader reader) {
		Map<String, String> details = diagnosis.details();
		return reader.text("diagnosis." + diagnosis.kind() + ".short", details.getOrDefault("actual", ""));
	}

	private static String permission(@Nullable String key, Reader reader) {
		return (key != null && key.startsWith("permission.")) ? reader.text(key + ".name") : "";
	}

}
