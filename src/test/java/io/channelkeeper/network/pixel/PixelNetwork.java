package io.channelkeeper.network.pixel;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import io.channelkeeper.network.ChannelAddress;
import io.channelkeeper.network.HandleNetwork;
import io.channelkeeper.network.Lettering;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.ProfileFact;
import io.channelkeeper.network.WebAddress;

/**
 * Pixel, where people show pixels.
 */
@Component
@Profile("demonstration")
class PixelNetwork extends HandleNetwork {

	static final NetworkId ID = new NetworkId("pixel");

	PixelNetwork() {
		super(ID, "Pixel", Set.of("pixel.example"), Lettering.of("[a-z0-9_]{3,20}"), List.of());
	}

	@Override
	public URI addressOf(String handle) {
		return WebAddress.to("pixel.example", handle);
	}

	@Override
	public Set<ProfileFact> reports() {
		return Set.of(ProfileFact.FOLLOWERS, ProfileFact.PRIVACY);
	}

	@Override
	protected Optional<ChannelAddress> profile(WebAddress address) {
		return (address.path().size() == 1) ? read(address.segment(0)) : Optional.empty();
	}

}
