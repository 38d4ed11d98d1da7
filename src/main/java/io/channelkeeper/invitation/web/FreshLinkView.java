package io.channelkeeper.invitation.web;

import org.springframework.web.servlet.ModelAndView;

import io.channelkeeper.invitation.FreshLink;

/**
 * Shows a link in clear, once.
 */
final class FreshLinkView {

	private FreshLinkView() {
	}

	/**
	 * The page with the link.
	 * @param wanted {@code message}, {@code link} or {@code qr}: what stands first
	 */
	static ModelAndView of(FreshLink link, String wanted) {
		return new ModelAndView("invitation/fresh-link").addObject("fresh", link)
			.addObject("wanted", wanted)
			.addObject("qr", wanted.equals("qr") ? QrCode.of(link.address().toString()) : null);
	}

}
