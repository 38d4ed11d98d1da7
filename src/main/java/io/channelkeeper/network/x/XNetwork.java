package io.channelkeeper.network.x;

import java.net.URI;
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
 * X, which was Twitter. Handles are shown as their owner writes them.
 */
@Component
@EnableConfigurationProperties(XProperties.class)
class XNetwork extends HandleNetwork {

	static final NetworkId ID = new NetworkId("x");

	private static final Set<String> DOMAINS = Set.of("x.com", "twitter.com");

	private static final Lettering LETTERING = Lettering.of("[A-Za-z0-9_]{1,15}");

	/** First words of addresses that are no profile's. */
	private static final Set<String> RESERVED = Set.of("home", "explore", "search", "i", "settings", "messages",
			"notifications", "hashtag", "share", "login", "signup", "tos", "privacy", "compose", "about", "jobs",
			"download", "logout", "account", "oauth", "bookmarks", "lists", "communities", "premium", "who_to_follow");

	private static final Set<String> TABS = Set.of("", "with_replies", "media", "likes", "followers", "following",
			"verified_followers", "highlights", "articles", "photo", "header_photo", "superfollows", "affiliates");

	XNetwork(XProperties properties) {
		super(ID, "X", DOMAINS, LETTERING, properties.pictureHosts());
	}

	@Override
	public URI addressOf(String handle) {
		return WebAddress.to("x.com", handle);
	}

	@Override
	public Set<ProfileFact> reports() {
		return Set.of(ProfileFact.PRIVACY, ProfileFact.FOLLOWERS, ProfileFact.PICTURE);
	}

	@Override
	protected Optional<ChannelAddress> profile(WebAddress address) {
		if (address.word(0).equals("intent")) {
			return read(address.parameter("screen_name"));
		}
		if (RESERVED.contains(address.word(0)) || !TABS.contains(address.word(1)) || address.path().size() > 2) {
			return Optional.empty();
		}
		return read(address.segment(0));
	}

}
