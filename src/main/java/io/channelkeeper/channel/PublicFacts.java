package io.channelkeeper.channel;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.network.Profile;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.Tenancy;

/**
 * Keeps what networks show of channels to everybody, and whether that lets them be
 * connected (P-5 to P-7). Never more than a sign-in told, and no identity: whose account
 * it is, only a sign-in proves.
 */
@Service
public class PublicFacts {

	private final ChannelRepository channels;

	private final ProfileKeeper profiles;

	private final ApplicationEventPublisher events;

	PublicFacts(ChannelRepository channels, ProfileKeeper profiles, ApplicationEventPublisher events) {
		this.channels = channels;
		this.profiles = profiles;
		this.events = events;
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
		Ineligibility.Reason reason = reason(profile.isPublic(), profile.accountType());
		if (reason != null) {
			this.profiles.close(channel, reason, at);
			if (!connected) {
				channel.markIneligible(new Ineligibility(reason, Ineligibility.Source.LOOKUP, at, null));
				this.events.publishEvent(new EligibilityChanged(Tenancy.current(), channelId));
			}
			return false;
		}
		this.profiles.see(channel, profile, at);
		return true;
	}

	/**
	 * Keeps of a connected channel that its profile is not for reading any more, and
	 * nothing else (P-5). Whether it stays connected is decided elsewhere.
	 */
	@Transactional
	public void closed(UUID channelId, Ineligibility.Reason reason, Instant at) {
		this.profiles.close(find(channelId), reason, at);
	}

	/** Notes that the network shows no such profile, unless something surer is known. */
	@Transactional
	public void notShown(UUID channelId, Instant at) {
		this.profiles.hide(find(channelId), at);
		this.events.publishEvent(new EligibilityChanged(Tenancy.current(), channelId));
	}

	private ChannelEntity find(UUID id) {
		return this.channels.findById(id).orElseThrow(() -> new NotFoundException("channel", id));
	}

	/**
	 * Why a profile is not for reading, or null where nothing says that it is not.
	 * @param isPublic whether everybody sees it, or null when not reported
	 * @param accountType the network's word, or null when not reported
	 */
	public static Ineligibility.@Nullable Reason reason(@Nullable Boolean isPublic, @Nullable String accountType) {
		if (Boolean.FALSE.equals(isPublic)) {
			return Ineligibility.Reason.PRIVATE;
		}
		return ChannelEntity.PERSONAL.equalsIgnoreCase(accountType) ? Ineligibility.Reason.PERSONAL : null;
	}

}
