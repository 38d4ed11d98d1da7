package io.channelkeeper.channel;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;

import io.channelkeeper.network.ChannelAddress;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Profile;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Tenancy;

/**
 * Channels for tests, made by the real service.
 */
@Component
public class TestChannels {

	/** Where most channels of the tests live. */
	public static final NetworkId INSTAGRAM = new NetworkId("instagram");

	private final ChannelService channels;

	TestChannels(ChannelService channels) {
		this.channels = channels;
	}

	/** An Instagram channel that was never connected. */
	public UUID instagram(Viewer viewer, UUID creator, String handle) {
		return add(viewer, creator, address("instagram", handle));
	}

	public UUID add(Viewer viewer, UUID creator, ChannelAddress address) {
		return Tenancy.within(viewer.organizationId(), () -> this.channels.add(viewer, creator, address));
	}

	/** The address of a handle at a network. */
	public static ChannelAddress address(String network, String handle) {
		return new ChannelAddress(new NetworkId(network), handle, handle.toLowerCase(Locale.ROOT), null,
				URI.create("https://www." + network + ".com/" + handle));
	}

	/** What Instagram says of a professional account with 8,120 followers. */
	public static Profile profile(String externalId, String handle) {
		return new Profile(INSTAGRAM, externalId, handle, "Ana", true, "MEDIA_CREATOR",
				Map.of("followers", 8120L, "media", 42L), null);
	}

}
