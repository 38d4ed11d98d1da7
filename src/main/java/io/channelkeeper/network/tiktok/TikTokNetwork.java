package io.channelkeeper.network.tiktok;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import io.channelkeeper.network.ChannelAddress;
import io.channelkeeper.network.Lettering;
import io.channelkeeper.network.HandleNetwork;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.ProfileFact;
import io.channelkeeper.network.WebAddress;

/**
 * TikTok. A profile's address always carries the {@code @}; short links hide it and are
 * not followed.
 */
@Component
@EnableConfigurationProperties(TikTokProperties.class)
class TikTokNetwork extends HandleNetwork {

	private static final NetworkId ID = new NetworkId("tiktok");

	private static final Set<String> DOMAINS = Set.of("tiktok.com");

	private static final Lettering LETTERING = Lettering.of("[A-Za-z0-9._]{1,23}[A-Za-z0-9_]");

	private static final Set<String> TABS = Set.of("", "live");

	TikTokNetwork(TikTokProperties properties) {
		super(ID, "TikTok", DOMAINS, LETTERING, properties.pictureHosts());
	}

	@Override
	public URI addressOf(String handle) {
		return WebAddress.to("www.tiktok.com", "@" + handle);
	}

	@Override
	public Set<ProfileFact> reports() {
		return Set.of(ProfileFact.FOLLOWERS, ProfileFact.PICTURE);
	}

	@Override
	protected Optional<ChannelAddress> profile(WebAddress address) {
		return (address.segment(0).startsWith("@") && address.path().size() <= 2 && TABS.contains(address.word(1)))
				? read(address.segment(0)) : Optional.empty();
	}

	@Override
	protected ChannelAddress named(String typed) {
		String handle = typed.toLowerCase(Locale.ROOT);
		return new ChannelAddress(ID, handle, handle, null, addressOf(handle));
	}

}
