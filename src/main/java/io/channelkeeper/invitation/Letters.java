package io.channelkeeper.invitation;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.creator.Creator;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.invitation.LetterChannel.OtherWay;
import io.channelkeeper.network.Network;
import io.channelkeeper.network.Networks;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.network.SignInWay;
import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.MemberService;
import io.channelkeeper.organization.OrganizationService;
import io.channelkeeper.support.Tenancy;

/**
 * Writes letters: gathers what an invitation tells a creator.
 */
@Component
class Letters {

	private final OrganizationService organizations;

	private final MemberService members;

	private final CreatorService creators;

	private final ChannelService channels;

	private final Networks networks;

	private final SignInProviders providers;

	private final RenewalReader renewals;

	private final MessageSource messages;

	Letters(OrganizationService organizations, MemberService members, CreatorService creators, ChannelService channels,
			Networks networks, SignInProviders providers, RenewalReader renewals, MessageSource messages) {
		this.organizations = organizations;
		this.members = members;
		this.creators = creators;
		this.channels = channels;
		this.networks = networks;
		this.providers = providers;
		this.renewals = renewals;
		this.messages = messages;
	}

	Letter write(InvitationEntity invitation) {
		List<InvitedWay> ways = invitation.channels()
			.stream()
			.map((channel) -> new InvitedWay(channel.channelId(), channel.provider()))
			.toList();
		Letter letter = write(invitation.creatorId(), ways, invitation.sender(), invitation.message(),
				invitation.validUntil(), false);
		return invitation.isRenewal() ? renewal(letter, invitation.waiting()) : letter;
	}

	/** The letter as it would read in an invitation made now. */

	Letter write(UUID creatorId, List<InvitedWay> ways, UUID sender, @Nullable String message, Instant validUntil) {
		List<UUID> channels = ways.stream().map(InvitedWay::channelId).toList();
		return write(creatorId, ways, sender, message, validUntil, this.renewals.isRenewal(channels));
	}

	private Letter write(UUID creatorId, List<InvitedWay> ways, UUID sender, @Nullable String message,
			Instant validUntil, boolean renewal) {
		Creator creator = this.creators.get(creatorId);
		Letter letter = new Letter(this.organizations.get(Tenancy.current()),
				new Senders(this.members.active()).of(sender, creator.lookedAfterBy()), creator,
				ways.stream().map((way) -> channel(this.channels.get(way.channelId()), way.provider())).toList(),
				message, validUntil, null);
		return renewal ? renewal(letter, letter.channels().stream().map(LetterChannel::id).collect(Collectors.toSet()))
				: letter;
	}

	private Letter renewal(Letter letter, Set<UUID> channels) {
		List<LetterChannel> due = letter.channels()
			.stream()
			.filter((channel) -> channels.contains(channel.id()))
			.toList();
		return letter.renewing(this.renewals.read(due, letter.organization().zone()));
	}

	/** In which the organization's days begin and end. */
	ZoneId zone() {
		return this.organizations.get(Tenancy.current()).zone();
	}

	Member member(UUID id) {
		return this.members.get(id);
	}

	/** What is pasted into a chat, link included (B-19). */
	String message(Letter letter, URI link, Locale language) {
		String own = (letter.message() != null) ? letter.message() + "\n\n" : "";
		Renewal renewal = letter.renewal();
		return (renewal != null) ? this.messages.getMessage("invitation.chat.renew",
				new Object[] { letter.creator().name(), renewal.handles(), renewal.channels().size(), own,
						link.toString(), letter.sender().name(), renewal.hasDay() ? 1 : 0, renewal.day(language) },
				language)
				: this.messages.getMessage("invitation.chat", new Object[] { letter.creator().name(),
						letter.organization().name(), letter.handles(), own, link.toString(), letter.sender().name() },
						language);
	}

	private LetterChannel channel(Channel channel, ProviderId provider) {
		Network network = this.networks.get(channel.network());
		return new LetterChannel(channel, network.name(), network.show(channel.handle(), channel.displayName()),
				way(channel, provider), this.providers.get(provider).name(), otherWays(channel, provider));
	}

	private List<OtherWay> otherWays(Channel channel, ProviderId provider) {
		return this.networks.ways(channel.network())
			.stream()
			.filter((way) -> !way.provider().equals(provider))
			.map((way) -> new OtherWay(way, this.providers.get(way.provider()).name()))
			.toList();
	}

	/** The way as offered today; one that is no longer set up asks for nothing. */
	private SignInWay way(Channel channel, ProviderId provider) {
		return this.networks.ways(channel.network())
			.stream()
			.filter((candidate) -> candidate.provider().equals(provider))
			.findFirst()
			.orElseGet(() -> new SignInWay(channel.network(), provider, List.of(), List.of(), false, false));
	}

}
