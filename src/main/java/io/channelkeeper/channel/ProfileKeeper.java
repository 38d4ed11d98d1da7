package io.channelkeeper.channel;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.network.ChannelAddress;
import io.channelkeeper.network.Network;
import io.channelkeeper.network.Networks;
import io.channelkeeper.network.Profile;

/**
 * Keeps what networks tell of channels, and notices what is not as it was (B-15). Runs in
 * its caller's transaction; who tells of a channel at the same time has to begin anew, so
 * that nothing is noticed twice.
 */
@Component
class ProfileKeeper {

	private final ChannelRepository channels;

	private final ChannelFigures figures;

	private final ChannelDrifts drifts;

	private final Networks networks;

	ProfileKeeper(ChannelRepository channels, ChannelFigures figures, ChannelDrifts drifts, Networks networks) {
		this.channels = channels;
		this.figures = figures;
		this.drifts = drifts;
		this.networks = networks;
	}

	/** Keeps what a sign-in told of its channel. */
	void learn(ChannelEntity channel, Profile profile, Instant at) {
		Channel before = channel.toChannel();
		String told = channel.toldHandle();
		boolean same = profile.externalId().equals(before.externalId());
		if ((!same || profile.isNamed()) && !channel.knowsMoreThan(at)) {
			spell(channel, profile);
		}
		channel.learn(profile, at);
		this.figures.keep(channel.id(), profile.figures(), at);
		notice(before, channel.toChannel());
		noticeName(before, channel.toChannel(), profile, told);
	}

	/** Keeps what everybody sees. Only the account's own id proves a new handle. */
	void see(ChannelEntity channel, Profile profile, Instant at) {
		Channel before = channel.toChannel();
		String told = channel.toldHandle();
		boolean same = profile.externalId().equals(before.externalId());
		if (same && profile.isNamed() && !channel.knowsMoreThan(at)) {
			spell(channel, profile);
		}
		channel.see(profile, at);
		this.figures.keep(channel.id(), profile.figures(), at);
		channel.seem(profile);
		notice(before, channel.toChannel());
		noticeName(before, channel.toChannel(), profile, told);
	}

	/** Keeps nothing but that a profile is not for reading (P-5). */
	void close(ChannelEntity channel, Ineligibility.Reason reason, Instant at) {
		Channel before = channel.toChannel();
		channel.close(reason, at);
		notice(before, channel.toChannel());
	}

	/** Keeps that strangers see no such profile. */
	void hide(ChannelEntity channel, Instant at) {
		if (channel.hide(at) && !channel.toChannel().archived()) {
			this.drifts.note(channel.id(), ChannelDrift.Kind.NOT_SHOWN, null, null);
		}
	}

	/**
	 * Networks answer handles that they accept themselves; else the name is kept as is.
	 */
	String keyOf(Profile profile) {
		return this.networks.find(profile.network())
			.flatMap((network) -> network.handle(profile.handle()))
			.map(ChannelAddress::key)
			.orElseGet(() -> profile.handle().toLowerCase(Locale.ROOT));
	}

	/** A handle that another channel still bears waits until that one was asked too. */
	private void spell(ChannelEntity channel, Profile profile) {
		String key = keyOf(profile);
		if (this.channels.findByKey(profile.network().value(), key)
			.filter((other) -> !other.id().equals(channel.id()))
			.isEmpty()) {
			channel.beTold(profile.handle(), key);
		}
	}

	/** A first reading is compared with nothing. */
	private void notice(Channel before, Channel after) {
		if (before.profileAt() == null || before.archived()) {
			return;
		}
		Ineligibility.Reason closed = PublicFacts.reason(after.isPublic(), after.accountType());
		if (closed != null && closed != known(before)) {
			this.drifts.note(after.id(),
					(closed == Ineligibility.Reason.PRIVATE) ? ChannelDrift.Kind.PRIVATE : ChannelDrift.Kind.PERSONAL,
					null, null);
		}
		if (isCollapsed(before.followers(), after.followers())) {
			this.drifts.note(after.id(), ChannelDrift.Kind.FOLLOWERS, String.valueOf(before.followers()),
					String.valueOf(after.followers()));
		}
	}

	private static Ineligibility.@Nullable Reason known(Channel channel) {
		Ineligibility.Reason reason = PublicFacts.reason(channel.isPublic(), channel.accountType());
		return (reason == null && channel.ineligibility() != null) ? channel.ineligibility().reason() : reason;
	}

	/**
	 * What is spelled in another way, was known by its id only, or comes back after a
	 * member wrote another one, is no new name.
	 * @param told the handle as the network told it before, or null
	 */
	private void noticeName(Channel before, Channel after, Profile profile, @Nullable String told) {
		boolean known = before.profileAt() != null && !before.archived()
				&& Objects.equals(before.externalId(), profile.externalId())
				&& Profile.isNamed(before.handle(), profile.externalId());
		if (known && !isSame(before.handle(), after.handle()) && !isSame(told, after.handle())
				&& profile.otherHandles().stream().noneMatch((other) -> isSame(other, before.handle()))) {
			this.drifts.note(after.id(), ChannelDrift.Kind.RENAMED, shown(before), shown(after));
		}
	}

	private static boolean isSame(@Nullable String handle, String other) {
		return other.equalsIgnoreCase(handle);
	}

	private static boolean isCollapsed(@Nullable Long before, @Nullable Long after) {
		return before != null && after != null && after < before - after;
	}

	private String shown(Channel channel) {
		Network network = this.networks.get(channel.network());
		return network.show(channel.handle(), null);
	}

}
