package io.channelkeeper.network.x;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

import io.channelkeeper.network.ChannelAddress;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.Loan;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Profile;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.PublicLookup;

/**
 * Reads a stranger's profile by the app's own token. X shows protected accounts too, and
 * says that they are; each profile read is billed.
 */
@Component
class XLookup implements PublicLookup {

	private final XClient client;

	private final XProperties properties;

	XLookup(XClient client, XProperties properties) {
		this.client = client;
		this.properties = properties;
	}

	@Override
	public NetworkId network() {
		return XNetwork.ID;
	}

	@Override
	public @Nullable ProviderId lender() {
		return null;
	}

	@Override
	public boolean isConfigured() {
		return StringUtils.hasText(this.properties.bearerToken());
	}

	@Override
	public Optional<Profile> find(ChannelAddress address, @Nullable Loan loan) {
		String token = this.properties.bearerToken();
		Assert.state(token != null, "There is no bearer token");
		Json user = this.client.stranger(address.handle(), token);
		return (user != null) ? Optional.of(XProfiles.read(user)) : Optional.empty();
	}

}
