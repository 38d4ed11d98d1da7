package io.channelkeeper.network.facebook;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.jspecify.annotations.Nullable;

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
 * Facebook's pages. A page without a name of its own goes by its number. Dots and upper
 * case in a name make no difference.
 */
@Component
@EnableConfigurationProperties(FacebookNetworkProperties.class)
class FacebookNetwork extends HandleNetwork {

	static final NetworkId ID = new NetworkId("facebook");

	private static final Set<String> DOMAINS = Set.of("facebook.com", "fb.com", "fb.me", "touch.facebook.com",
			"mbasic.facebook.com", "business.facebook.com");

	private static final Lettering LETTERING = Lettering.of("[A-Za-z0-9](?:[A-Za-z0-9.]{0,48}[A-Za-z0-9])?");

	private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{3,19}");

	/** A page that has no name of its own: its title, and its number at the end. */
	private static final Pattern TITLE_AND_NUMBER = Pattern.compile("(?:.*-)?([1-9][0-9]{3,19})");

	/** First words of addresses that are no page's. */
	private static final Set<String> RESERVED = Set.of("watch", "groups", "events", "marketplace", "gaming", "reel",
			"reels", "stories", "photo", "photo.php", "story.php", "permalink.php", "share", "sharer", "sharer.php",
			"share.php", "login", "login.php", "help", "settings", "hashtag", "media", "ads", "business", "policies",
			"privacy", "terms", "notes", "video", "videos", "video.php", "search", "messages", "friends", "public",
			"l.php", "dialog", "plugins", "home.php", "home", "posts", "photos", "live", "games", "directory", "legal",
			"careers", "about", "me", "bookmarks", "notifications", "recover", "reg", "r.php", "lite", "mobile");

	private static final Set<String> TABS = Set.of("", "about", "photos", "videos", "reels", "posts", "events",
			"reviews", "community", "followers", "mentions", "shop", "services", "live", "timeline", "info");

	FacebookNetwork(FacebookNetworkProperties properties) {
		super(ID, "Facebook", DOMAINS, LETTERING, properties.pictureHosts());
	}

	@Override
	public String show(String handle) {
		return NUMBER.matcher(handle).matches() ? handle : "@" + handle;
	}

	/** A page that has only a number goes by its title. */
	@Override
	public String show(String handle, @Nullable String displayName) {
		return (displayName != null && NUMBER.matcher(handle).matches()) ? displayName : show(handle);
	}

	@Override
	public URI addressOf(String handle) {
		return WebAddress.to("www.facebook.com", handle);
	}

	/** A watched page is announced once only (M-30). */
	@Override
	public List<Integer> warningDays(ChannelKind kind) {
		return (kind == ChannelKind.MONITORED) ? List.of(10) : super.warningDays(kind);
	}

	@Override
	public Set<ProfileFact> reports() {
		return Set.of(ProfileFact.PRIVACY, ProfileFact.FOLLOWERS, ProfileFact.PICTURE);
	}

	@Override
	protected Optional<ChannelAddress> profile(WebAddress address) {
		return switch (address.word(0)) {
			case "profile.php" -> number(address.parameter("id"));
			case "pages" -> address.word(1).equals("category") ? number(address.segment(3))
					: number(address.segment(2)).or(() -> number(address.segment(1)));
			case "people" -> number(address.segment(2));
			case "p", "pg" -> number(address.segment(1)).or(() -> pageAt(address, 1));
			default -> pageAt(address, 0);
		};
	}

	private Optional<ChannelAddress> pageAt(WebAddress address, int at) {
		if (RESERVED.contains(address.word(at)) || !TABS.contains(address.word(at + 1))
				|| address.path().size() > at + 2) {
			return Optional.empty();
		}
		String name = address.segment(at);
		return read(name).or(() -> name.contains("-") ? number(name) : Optional.empty());
	}

	private Optional<ChannelAddress> number(String text) {
		Matcher matcher = TITLE_AND_NUMBER.matcher(text);
		return matcher.matches() ? Optional.of(named(matcher.group(1))) : Optional.empty();
	}

	@Override
	protected ChannelAddress named(String handle) {
		return new ChannelAddress(ID, handle, handle.toLowerCase(Locale.ROOT).replace(".", ""), idOf(handle),
				addressOf(handle));
	}

	private static @Nullable String idOf(String handle) {
		return NUMBER.matcher(handle).matches() ? handle : null;
	}

}
