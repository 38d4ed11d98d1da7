package io.channelkeeper.connection.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.connection.ReconnectRequest;
import io.channelkeeper.network.Networks;
import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.MemberService;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.web.Moments;
import io.channelkeeper.support.web.OwnPath;

/**
 * Says what became of a request to colleagues.
 */
@Component
class ReconnectRequestTexts {

	private final ChannelService channels;

	private final MemberService members;

	private final Networks networks;

	private final MessageSource messages;

	private final Clock clock;

	ReconnectRequestTexts(ChannelService channels, MemberService members, Networks networks, MessageSource messages,
			Clock clock) {
		this.channels = channels;
		this.members = members;
		this.networks = networks;
		this.messages = messages;
		this.clock = clock;
	}

	String sent(ReconnectRequest request, Locale language) {
		return text("connection.asked", language, names(request), shown(request.channelId()));
	}

	/** Who asked whom, when, and from when on one can ask again. */
	String already(ReconnectRequest request, Viewer viewer, Locale language) {
		Moments moments = new Moments(this.messages, this.clock, language);
		Instant again = request.askedAt().plus(ReconnectRequest.REST);
		boolean own = request.askedBy().equals(viewer.memberId());
		return text(own ? "connection.asked.already.own" : "connection.asked.already", language,
				this.members.get(request.askedBy()).name(), names(request),
				moments.day(request.askedAt(), viewer.zone()), moments.time(request.askedAt(), viewer.zone()),
				moments.day(again, viewer.zone()), moments.time(again, viewer.zone()));
	}

	String askedToTakeOver(Member asked, Locale language) {
		return text("connection.asked.take-over", language, asked.name());
	}

	String nobody(UUID channel, Locale language) {
		return text("connection.asked.nobody", language, shown(channel));
	}

	String notConnected(UUID channel, Locale language) {
		return text("connection.asked.not-connected", language, shown(channel));
	}

	/** Where the channel is shown. */
	OwnPath page(UUID channel) {
		return new OwnPath("/creators/" + this.channels.get(channel).creatorId());
	}

	private String names(ReconnectRequest request) {
		return request.asked()
			.stream()
			.map(this.members::get)
			.map(Member::name)
			.sorted(Comparator.naturalOrder())
			.collect(Collectors.joining(", "));
	}

	private String shown(UUID id) {
		Channel channel = this.channels.get(id);
		return this.networks.get(channel.network()).show(channel.handle(), channel.displayName());
	}

	private String text(String key, Locale language, Object... arguments) {
		return this.messages.getMessage(key, arguments, language);
	}

}
