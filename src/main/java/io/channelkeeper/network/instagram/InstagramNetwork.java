package io.channelkeeper.network.instagram;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import io.channelkeeper.network.ChannelAddress;
import io.channelkeeper.network.ChannelKind;
import io.channelkeeper.network.Lettering;
import io.channelkeeper.network.HandleNetwork;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.ProfileFact;
import io.channelkeeper.network.WebAddress;

/**
 * Instagram. Its handles know no upper case.
 */
@Component
@EnableConfigurationProperties(InstagramProperties.class)
class InstagramNetwork extends HandleNetwork {

	static final NetworkId ID = new NetworkId("instagram");

	private static final Set<String> DOMAINS = Set.of("instagram.com", "instagr.am");

	private static final Lettering LETTERING = Lettering
		.of("(?!.*\\.\\.)[A-Za-z0-9_](?:[A-Za-z0-9._]{0,28}[A-Za-z0-9_])?");

	/** First words of addresses that are no profile's. */
	private static final Set<String> RESERVED = Set.of("p", "reel", "reels", "stories", "explore", "accounts", "direct",
			"tv", "about", "developer", "legal", "s", "ar", "web", "graphql", "api", "oauth", "challenge", "emails",
			"session", "nametag", "share", "popular", "directory", "lite", "privacy", "terms", "press", "invites",
			"archive", "your_activity", "download", "topics", "locations", "help");

	/** What may follow a handle: the parts of a profile's own page. */
	private static final Set<String> TABS = Set.of("", "reels", "tagged", "channel", "guides", "feed", "followers",
			"following");

	InstagramNetwork(InstagramProperties properties) {
		super(ID, "Instagram", DOMAINS, LETTERING, properties.pictureHosts());
	}

	@Override
	public URI addressOf(String handle) {
		return WebAddress.to("www.instagram.com", handle);
	}

	@Override
	public Set<ProfileFact> reports() {
		return EnumSet.allOf(ProfileFact.class);
	}

	/** A watched account gets no reminder five days before (M-31). */
	@Override
	public List<Integer> warningDays(ChannelKind kind) {
		return (kind == ChannelKind.MONITORED) ? List.of(10, 1, 0) : super.warningDays(kind);
	}

	@Override
	protected Optional<ChannelAddress> profile(WebAddress address) {
		int at = address.word(0).equals("_u") ? 1 : 0;
		if (RESERVED.contains(address.word(at)) || !TABS.contains(address.word(at + 1))
				|| address.path().size() > at + 2) {
			return Optional.empty();
		}
		return read(address.segment(at));
	}

	@Override
	protected ChannelAddress named(String typed) {
		String handle = typed.toLowerCase(Locale.ROOT);
		return new ChannelAddress(ID, handle, handle, null, addressOf(handle));
	}

}
