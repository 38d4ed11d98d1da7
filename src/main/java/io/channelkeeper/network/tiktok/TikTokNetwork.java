package io.channelkeeper.network.tiktok;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import io.channelkeeper.network.ChannelAddress;
import io.channelkeeper.network.Lettering;
import io.channelkeeper.network.Network;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.ProfileFact;
import io.channelkeeper.network.WebAddress;

/**
 * TikTok. A profile's address always carries the {@code @}; short links hide it and are
 * not followed.
 */
@Component
@EnableConfigurationProperties(TikTokProperties.class)
class TikTokNetwork implements Network {

	private static final NetworkId ID = new NetworkId("tiktok");

	private static final Set<String> DOMAINS = Set.of("tiktok.com");

	private static final Lettering LETTERING = Lettering.of("[A-Za-z0-9._]{1,23}[A-Za-z0-9_]");

	private static final Set<String> TABS = Set.of("", "live");

	private final TikTokProperties properties;

	TikTokNetwork(TikTokProperties properties) {
		this.properties = properties;
	}

	@Override
	public NetworkId id() {
		return ID;
	}

	@Override
	public String name() {
		return "TikTok";
	}

	@Override
	public Optional<ChannelAddress> recognize(String typed) {
		return WebAddress.of(typed)
			.filter((address) -> address.isOn(DOMAINS) && address.segment(0).startsWith("@")
					&& address.path().size() <= 2 && TABS.contains(address.word(1)))
			.flatMap((address) -> LETTERING.read(address.segment(0).substring(1)))
			.map(this::address);
	}

	@Override
	public Optional<ChannelAddress> handle(String typed) {
		return LETTERING.readBare(typed)
			.filter((handle) -> !WebAddress.of(handle).map((address) -> address.isOn(DOMAINS)).orElse(false))
			.map(this::address);
	}

	@Override
	public String show(String handle) {
		return "@" + handle;
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
	public List<String> pictureHosts() {
		return this.properties.pictureHosts();
	}

	private ChannelAddress address(String typed) {
		String handle = typed.toLowerCase(Locale.ROOT);
		return new ChannelAddress(ID, handle, handle, null, addressOf(handle));
	}

}
