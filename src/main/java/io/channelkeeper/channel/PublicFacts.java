package io.channelkeeper.channel;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.network.Profile;
import io.channelkeeper.support.NotFoundException;

/**
 * Keeps what networks show of channels to everybody, and whether that lets them be
 * connected (P-5 to P-7). Never more than a sign-in told, and no identity: whose account
 * it is, only a sign-in proves.
 */
@Service
public class PublicFacts {

	private final ChannelRepository channels;

	private final ChannelFigures figures;

	PublicFacts(ChannelRepository channels, ChannelFigures figures) {
		this.channels = channels;
		this.figures = figures;
	}

	/**
	 * Keeps a profile that the network shows; of a private or personal one nothing but
	 * that it is so (P-5).
	 * @param connected whether a login carries the channel, so that it stays connectable
	 * @return whether it may be fetched from: it is neither private nor personal
	 */
	@Transactional
	public boolean shown(UUID channelId, Profile profile, Instant at, boolean connected) {
		ChannelEntity channel = find(channelId);
		Ineligibility.Reason reason = reason(profile);
		Profile kept = (reason != null) ? bare(profile) : profile;
		channel.see(kept, at);
		this.figures.keep(channelId, kept.figures(), at);
		if (reason == null) {
			channel.seem(profile);
		}
		else if (!connected) {
			channel.markIneligible(new Ineligibility(reason, Ineligibility.Source.LOOKUP, at, null));
		}
		return reason == null;
	}

	/** Notes that the network shows no such profile, unless something surer is known. */
	@Transactional
	public void notShown(UUID channelId, Instant at) {
		find(channelId).hide(at);
	}

	private ChannelEntity find(UUID id) {
		return this.channels.findById(id).orElseThrow(() -> new NotFoundException("channel", id));
	}

	private static Ineligibility.@Nullable Reason reason(Profile profile) {
		if (Boolean.FALSE.equals(profile.isPublic())) {
			return Ineligibility.Reason.PRIVATE;
		}
		return ChannelEntity.PERSONAL.equalsIgnoreCase(profile.accountType()) ? Ineligibility.Reason.PERSONAL : null;
	}

	private static Profile bare(Profile profile) {
		return new Profile(profile.network(), profile.externalId(), profile.handle(), null, profile.isPublic(),
				profile.accountType(), Map.of(), null);
	}

}
