package io.channelkeeper.connection.web;

import java.util.Locale;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

import io.channelkeeper.connection.OfferedChannel;
import io.channelkeeper.connection.OfferedChannels;
import io.channelkeeper.organization.Viewer;

/**
 * A member's word on another channel that a creator offers (B-5).
 */
@Controller
@RequestMapping("/offers/{id}")
class OfferController {

	private final OfferedChannels offers;

	private final EndTexts texts;

	OfferController(OfferedChannels offers, EndTexts texts) {
		this.offers = offers;
		this.texts = texts;
	}

	@PostMapping("/accept")
	RedirectView accept(Viewer viewer, @PathVariable UUID id, Locale locale, RedirectAttributes redirect) {
		OfferedChannel offer = this.offers.get(id);
		this.offers.accept(viewer, id);
		return back(offer.creatorId(), this.texts.text("connection.offer.accepted", locale), redirect);
	}

	@PostMapping("/refuse")
	RedirectView refuse(Viewer viewer, @PathVariable UUID id, Locale locale, RedirectAttributes redirect) {
		OfferedChannel offer = this.offers.get(id);
		this.offers.refuse(viewer, id);
		return back(offer.creatorId(), this.texts.text("connection.offer.refused", locale), redirect);
	}

	static RedirectView back(UUID creator, String message, RedirectAttributes redirect) {
		redirect.addFlashAttribute("message", message);
		RedirectView view = new RedirectView("/creators/" + creator, true);
		view.setStatusCode(HttpStatus.SEE_OTHER);
		return view;
	}

}
