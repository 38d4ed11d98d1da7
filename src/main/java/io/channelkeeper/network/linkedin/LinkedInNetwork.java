package io.channelkeeper.network.linkedin;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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
 * LinkedIn. A member and a company may bear the same name, so a handle here is
 * {@code in/name} or {@code company/name}; a bare name is a member's.
 */
@Component
@EnableConfigurationProperties(LinkedInProperties.class)
class LinkedInNetwork extends HandleNetwork {

	private static final NetworkId ID = new NetworkId("linkedin");

	private static final Set<String> DOMAINS = Set.of("linkedin.com");

	private static final Set<String> KINDS = Set.of("in", "company", "school", "showcase");

	private static final Lettering LETTERING = Lettering.of("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}_-]{1,99}");

	LinkedInNetwork(LinkedInProperties properties) {
		super(ID, "LinkedIn", DOMAINS, LETTERING, properties.pictureHosts());
	}

	@Override
	public Optional<ChannelAddress> handle(String typed) {
		String[] parts = WebAddress.trim(typed).split("/", -1);
		if (parts.length == 2 && KINDS.contains(parts[0].toLowerCase(Locale.ROOT))) {
			return address(parts[0].toLowerCase(Locale.ROOT), parts[1]);
		}
		return LETTERING.readBare(typed).flatMap((name) -> address("in", name));
	}

	@Override
	public String show(String handle) {
		return handle;
	}

	@Override
	public URI addressOf(String handle) {
		return WebAddress.to("www.linkedin.com", handle.split("/"));
	}

	/** A member never takes the place of a page, nor a page that of a member. */
	@Override
	public boolean areAlike(String handle, String other) {
		return isMember(handle) == isMember(other);
	}

	static boolean isMember(String handle) {
		return handle.startsWith("in/");
	}

	@Override
	public Set<ProfileFact> reports() {
		return Set.of(ProfileFact.FOLLOWERS, ProfileFact.PICTURE);
	}

	@Override
	protected Optional<ChannelAddress> profile(WebAddress address) {
		return KINDS.contains(address.word(0)) ? address(address.word(0), address.segment(1)) : Optional.empty();
	}

	private Optional<ChannelAddress> address(String kind, String typed) {
		return LETTERING.read(typed).map((name) -> {
			String handle = kind + "/" + name.toLowerCase(Locale.ROOT);
			return new ChannelAddress(ID, handle, handle, companyId(kind, name), addressOf(handle));
		});
	}

	/** A company's address may carry its number in place of its name. */
	private static @Nullable String companyId(String kind, String name) {
		return (!kind.equals("in") && name.matches("[0-9]+")) ? name : null;
	}

}
