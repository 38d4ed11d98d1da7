package io.channelkeeper.portfolio.web;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.connection.Troubleshooter;
import io.channelkeeper.network.Entrance;
import io.channelkeeper.network.Guidance;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Networks;
import io.channelkeeper.network.ProfileFact;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.SignInProvider;
import io.channelkeeper.network.WayOut;
import io.channelkeeper.portfolio.ChannelGlimpse;
import io.channelkeeper.portfolio.InvitedGlimpse;

/**
 * What networks and providers are called, and how their causes and diagnoses read.
 */
@Component
class NetworkTexts {

	private final Networks networks;

	private final List<SignInProvider> providers;

	private final Guidance guidance;

	private final Troubleshooter troubleshooter;

	NetworkTexts(Networks networks, List<SignInProvider> providers, Guidance guidance, Troubleshooter troubleshooter) {
		this.troubleshooter = troubleshooter;
		this.networks = networks;
		this.providers = providers;
		this.guidance = guidance;
	}

	String name(NetworkId network) {
		return this.networks.get(network).name();
	}

	/** Whether figures or pictures come from there. */
	boolean tells(NetworkId network) {
		return this.networks.get(network).delivers();
	}

	/** Whether pictures come from there at all. */
	boolean showsPictures(NetworkId network) {
		return this.networks.get(network).reports().contains(ProfileFact.PICTURE);
	}

	/** What people call the channel. */
	String shown(ChannelGlimpse channel) {
		return shown(channel.network(), channel.handle(), channel.displayName());
	}

	String shown(NetworkId network, String handle, @Nullable String displayName) {
		return this.networks.get(network).show(handle, displayName);
	}

	/** What stands beside that, or null. */
	@Nullable String beside(ChannelGlimpse channel) {
		return this.networks.get(channel.network()).showBeside(channel.handle(), channel.displayName());
	}

	URI address(ChannelGlimpse channel) {
		return this.networks.get(channel.network()).addressOf(channel.handle());
	}

	/** Who signed the channel in; its network where nobody did. */
	String provider(ChannelGlimpse channel) {
		return provider(channel.provider(), channel.network());
	}

	/** Through whom the creator was asked to sign in. */
	String provider(ChannelGlimpse channel, InvitedGlimpse invitation) {
		return provider(invitation.provider(), channel.network());
	}

	private String provider(@Nullable String id, NetworkId otherwise) {
		return this.providers.stream()
			.filter((provider) -> provider.id().value().equals(id))
			.findFirst()
			.map(SignInProvider::name)
			.orElseGet(() -> name(otherwise));
	}

	/** The network's word for the kind of account, or null when it told none. */
	@Nullable String accountType(Channel channel, Reader reader) {
		String type = channel.accountType();
		return (type != null) ? reader.textOr("network." + channel.network() + ".account-type." + type, type) : null;
	}

	/** Why a channel is invalid; empty when it is not. */
	String cause(ChannelGlimpse channel, Reader reader) {
		return (channel.cause() != null)
				? this.guidance.cause(channel.cause(), channel.causeDetail(), reader.language()) : "";
	}

	/** What to do first about it, or null. */
	@Nullable String firstStep(ChannelGlimpse channel, Reader reader) {
		return (channel.cause() != null)
				? this.guidance.firstStep(channel.cause(), entrance(channel), reader.language()) : null;
	}

	/** What may be behind an interruption, the most likely first; else nothing. */
	List<WayOut> waysOut(ChannelGlimpse channel, Reader reader) {
		return this.troubleshooter.of(channel.state(), channel.cause(), channel.causeDetail(), entrance(channel),
				reader.language());
	}

	private Entrance entrance(ChannelGlimpse channel) {
		String provider = channel.provider();
		return new Entrance(channel.network(), (provider != null) ? new ProviderId(provider) : null, provider(channel));
	}

	/** Why the creator is stuck; empty when that is not so. */
	String diagnosis(ChannelGlimpse channel, InvitedGlimpse invitation, Reader reader) {
		return (invitation.diagnosis() != null)
				? this.guidance.shortly(invitation.diagnosis(), provider(channel, invitation), reader.language()) : "";
	}

}
