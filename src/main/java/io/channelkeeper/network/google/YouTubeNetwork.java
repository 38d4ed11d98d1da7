package io.channelkeeper.network.google;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import io.channelkeeper.network.ChannelAddress;
import io.channelkeeper.network.Lettering;
import io.channelkeeper.network.HandleNetwork;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.ProfileFact;
import io.channelkeeper.network.WebAddress;

/**
 * YouTube. Beside handles, which know many scripts, a channel has an id that begins with
 * UC, and old ones a name under {@code /c/} or {@code /user/} that need not be the
 * handle; these three keep their form.
 */
@Component
@EnableConfigurationProperties(YouTubeProperties.class)
class YouTubeNetwork extends HandleNetwork {

	static final NetworkId ID = new NetworkId("youtube");

	private static final Set<String> DOMAINS = Set.of("youtube.com", "music.youtube.com", "gaming.youtube.com");

	private static final String CHANNEL_ID = "UC[A-Za-z0-9_-]{22}";

	private static final Lettering LETTERING = Lettering.of("[\\p{L}\\p{M}\\p{N}._·-]{3,30}");

	private static final Lettering OLD_NAME = Lettering.of("[\\p{L}\\p{M}\\p{N}._-]{1,100}");

	private static final Set<String> OLD_KINDS = Set.of("c", "user");

	private static final Set<String> TABS = Set.of("", "featured", "videos", "shorts", "streams", "live", "playlists",
			"community", "posts", "about", "podcasts", "releases", "store", "channels", "courses", "search");

	YouTubeNetwork(YouTubeProperties properties) {
		super(ID, "YouTube", DOMAINS, LETTERING, properties.pictureHosts());
	}

	@Override
	public Optional<ChannelAddress> handle(String typed) {
		String trimmed = WebAddress.trim(typed);
		if (trimmed.matches(CHANNEL_ID)) {
			return Optional.of(address(trimmed, trimmed, trimmed));
		}
		return super.handle(trimmed);
	}

	@Override
	public String show(String handle) {
		return (handle.contains("/") || handle.matches(CHANNEL_ID)) ? handle : "@" + handle;
	}

	/** A channel that has only an id goes by its title. */
	@Override
	public String show(String handle, @Nullable String displayName) {
		return (displayName != null && handle.matches(CHANNEL_ID)) ? displayName : show(handle);
	}

	@Override
	public URI addressOf(String handle) {
		if (handle.matches(CHANNEL_ID)) {
			return WebAddress.to("www.youtube.com", "channel", handle);
		}
		return handle.contains("/") ? WebAddress.to("www.youtube.com", handle.split("/"))
				: WebAddress.to("www.youtube.com", "@" + handle);
	}

	@Override
	public Set<ProfileFact> reports() {
		return Set.of(ProfileFact.PRIVACY, ProfileFact.FOLLOWERS, ProfileFact.PICTURE);
	}

	@Override
	protected Optional<ChannelAddress> profile(WebAddress address) {
		String first = address.segment(0);
		if (first.startsWith("@")) {
			return isProfile(address, 1) ? read(first) : Optional.empty();
		}
		String name = address.segment(1);
		if (!isProfile(address, 2)) {
			return Optional.empty();
		}
		if (address.word(0).equals("channel") && name.matches(CHANNEL_ID)) {
			return Optional.of(address(name, name, name));
		}
		return OLD_KINDS.contains(address.word(0)) ? OLD_NAME.read(name).map((old) -> oldName(address.word(0), old))
				: Optional.empty();
	}

	private static boolean isProfile(WebAddress address, int tab) {
		return TABS.contains(address.word(tab)) && address.path().size() <= tab + 1;
	}

	private ChannelAddress oldName(String kind, String name) {
		String handle = kind + "/" + name;
		return address(handle, handle.toLowerCase(Locale.ROOT), null);
	}

	private ChannelAddress address(String handle, String key, @Nullable String externalId) {
		return new ChannelAddress(ID, handle, key, externalId, addressOf(handle));
	}

}
