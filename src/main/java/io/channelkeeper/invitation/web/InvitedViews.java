package io.channelkeeper.invitation.web;

import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.Ineligibility;
import io.channelkeeper.connection.OfferedChannel;
import io.channelkeeper.invitation.ConnectLink;
import io.channelkeeper.invitation.ConnectPage;
import io.channelkeeper.invitation.ConnectPages;
import io.channelkeeper.invitation.InvitedPictures;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.Guidance;
import io.channelkeeper.network.InAppBrowser;
import io.channelkeeper.network.Network;
import io.channelkeeper.network.Networks;
import io.channelkeeper.network.PhoneSystem;
import io.channelkeeper.picture.StoredPicture;
import io.channelkeeper.support.SecretToken;

/**
 * Shows what a creator finds behind a link, for the device in use.
 */
@Component
class InvitedViews {

	private final ConnectPages pages;

	private final InvitedPictures pictures;

	private final Guidance guidance;

	private final InvitationWords words;

	private final Networks networks;

	InvitedViews(ConnectPages pages, InvitedPictures pictures, Guidance guidance, InvitationWords words,
			Networks networks) {
		this.networks = networks;
		this.pages = pages;
		this.pictures = pictures;
		this.guidance = guidance;
		this.words = words;
	}

	ModelAndView of(ConnectPage page, SecretToken token, String browser, Locale locale) {
		String organization = page.letter().organization().name();
		ModelAndView view = new ModelAndView(switch (page.kind()) {
			case OFFER -> "invitation/connect";
			case STUCK -> "invitation/connect-stuck";
			case OTHER_BROWSER -> "invitation/connect-return";
			case DONE -> "invitation/connect-done";
		});
		view.addObject("page", page)
			.addObject("zone", page.letter().organization().zone())
			.addObject("face", face(page, token))
			.addObject("otherFace", otherFace(page, token))
			.addObject("inApp", InAppBrowser.of(browser).isPresent())
			.addObject("names", this.networks.all().stream().collect(Collectors.toMap(Network::id, Network::name)))
			.addObject("ownAddress", this.pages.address(token))
			.addObject("heading", heading(page, locale))
			.addObject("shareTitle",
					this.words.of(isRenewal(page) ? "invitation.page.share.renew" : "invitation.page.share", locale,
							organization))
			.addObject("shareText", this.words.of("invitation.page.share-text", locale, page.channel().providerName()));
		Diagnosis diagnosis = page.diagnosis();
		if (diagnosis != null) {
			String provider = page.channel().providerName();
			String heading = isPrivate(page.channel().channel(), diagnosis)
					? this.words.of("invitation.stuck.private", locale, page.channel().networkName())
					: this.guidance.heading(diagnosis, provider, locale);
			view.addObject("trouble",
					new Trouble(heading, this.guidance.steps(diagnosis, provider, PhoneSystem.of(browser), locale)));
		}
		return view;
	}

	private String heading(ConnectPage page, Locale locale) {
		return isRenewal(page) ? this.words.of("invitation.page.renew", locale, page.channel().handle())
				: this.words.of("invitation.page.title", locale, page.letter().organization().name(), page.total(),
						page.channel().networkName());
	}

	private static boolean isRenewal(ConnectPage page) {
		return page.letter().renewal() != null;
	}

	private @Nullable String face(ConnectPage page, SecretToken token) {
		UUID channel = page.channel().id();
		return this.pictures.isExpected(channel) ? "/connect/" + token.value() + "/picture?soon=true&channel=" + channel
				: null;
	}

	private @Nullable String otherFace(ConnectPage page, SecretToken token) {
		OfferedChannel other = page.other();
		return (other != null && this.pictures.isExpected(other))
				? "/connect/" + token.value() + "/picture/other?soon=true" : null;
	}

	/** Private is another word than personal; the way out is the same (P-9). */
	private static boolean isPrivate(Channel channel, Diagnosis diagnosis) {
		Ineligibility why = channel.ineligibility();
		return diagnosis.kind() == DiagnosisKind.PERSONAL_ACCOUNT && why != null
				&& why.reason() == Ineligibility.Reason.PRIVATE;
	}

	/** The expected picture; right after connecting it may still be on its way. */
	StoredPicture picture(ConnectLink link, UUID channel, boolean soon) {
		return this.pictures.of(link, channel, soon);
	}

	/** The picture of the account that came back in its place (B-5). */
	StoredPicture otherPicture(ConnectLink link, boolean soon) {
		return this.pictures.ofOther(link, soon);
	}

}
