package io.channelkeeper.channel.web;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.channel.Ineligibility;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.network.Network;
import io.channelkeeper.network.Networks;
import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.MemberService;
import io.channelkeeper.support.web.OwnPath;

/**
 * Gathers what the forms about a channel show, and tells on the creator's page what was
 * done.
 */
@Component
class ChannelViews {

	private final ChannelService channels;

	private final CreatorService creators;

	private final MemberService members;

	private final Networks networks;

	private final MessageSource texts;

	ChannelViews(ChannelService channels, CreatorService creators, MemberService members, Networks networks,
			MessageSource texts) {
		this.channels = channels;
		this.creators = creators;
		this.members = members;
		this.networks = networks;
		this.texts = texts;
	}

	ChannelView get(UUID id) {
		Channel channel = this.channels.get(id);
		Network network = this.networks.get(channel.network());
		String markedBy = Optional.ofNullable(channel.ineligibility())
			.map(Ineligibility::by)
			.map(this.members::get)
			.map(Member::name)
			.orElse(null);
		return new ChannelView(channel, this.creators.get(channel.creatorId()), network.name(),
				network.show(channel.handle(), channel.displayName()), network.show(channel.handle()),
				network.addressOf(channel.handle()), markedBy);
	}

	/** Back to the creator's page, with one sentence about the channel. */
	ModelAndView done(String key, UUID id, RedirectAttributes redirect, Locale locale) {
		return done(key, id, null, redirect, locale);
	}

	/**
	 * Back to where somebody came from, with one sentence about the channel.
	 * @param from a path of ours; anything else, also null, is the creator's page
	 */
	ModelAndView done(String key, UUID id, @Nullable String from, RedirectAttributes redirect, Locale locale) {
		ChannelView view = get(id);
		redirect.addFlashAttribute("message",
				this.texts.getMessage(key, new Object[] { view.shown(), view.networkName() }, locale));
		RedirectView back = new RedirectView(
				OwnPath.parse(from).map(OwnPath::value).orElse("/creators/" + view.creator().id()), true);
		back.setExpandUriTemplateVariables(false);
		back.setStatusCode(HttpStatus.SEE_OTHER);
		return new ModelAndView(back);
	}

}
