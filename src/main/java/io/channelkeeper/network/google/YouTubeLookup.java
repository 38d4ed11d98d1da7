package io.channelkeeper.network.google;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

import io.channelkeeper.network.Cause;
import io.channelkeeper.network.ChannelAddress;
import io.channelkeeper.network.Loan;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Profile;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.PublicLookup;

/**
 * Looks a stranger's channel up with the installation's API key.
 */
@Component
class YouTubeLookup implements PublicLookup {

	private final YouTubeChannels channels;

	private final YouTubeProperties properties;

	YouTubeLookup(YouTubeChannels channels, YouTubeProperties properties) {
		this.channels = channels;
		this.properties = properties;
	}

	@Override
	public NetworkId network() {
		return YouTubeNetwork.ID;
	}

	@Override
	public @Nullable ProviderId lender() {
		return null;
	}

	@Override
	public boolean isConfigured() {
		return StringUtils.hasText(this.properties.apiKey());
	}

	@Override
	public Optional<Profile> find(ChannelAddress address, @Nullable Loan loan) {
		try {
			return this.channels.find(parameters(address)).stream().findFirst();
		}
		catch (NetworkFaultException ex) {
			if (ex.fault().equals(new NetworkFault.ChannelLost(Cause.ACCOUNT_DELETED))) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	/** The oldest kind of name cannot be looked up, so nothing is known of it. */
	private Map<String, String> parameters(ChannelAddress address) {
		String key = Objects.requireNonNull(this.properties.apiKey(), "Looking up needs an API key");
		String handle = address.handle();
		if (address.externalId() != null) {
			return Map.of("id", address.externalId(), "key", key);
		}
		if (handle.startsWith("user/")) {
			return Map.of("forUsername", handle.substring("user/".length()), "key", key);
		}
		if (handle.contains("/")) {
			throw new NetworkFaultException(new NetworkFault.Unexpected());
		}
		return Map.of("forHandle", "@" + handle, "key", key);
	}

}
