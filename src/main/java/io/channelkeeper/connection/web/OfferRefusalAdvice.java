package io.channelkeeper.connection.web;

import java.util.Locale;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

import io.channelkeeper.channel.ChannelTakenException;
import io.channelkeeper.connection.OfferOvertakenException;

/**
 * Says why another channel cannot be added any more.
 */
@ControllerAdvice(assignableTypes = { OfferController.class, ConnectEndController.class })
class OfferRefusalAdvice {

	private final EndTexts texts;

	OfferRefusalAdvice(EndTexts texts) {
		this.texts = texts;
	}

	@ExceptionHandler
	RedirectView taken(ChannelTakenException ex, Locale locale, RedirectAttributes redirect) {
		return OfferController.back(ex.creatorId(), this.texts.text("connection.offer.taken", locale, ex.handle()),
				redirect);
	}

	@ExceptionHandler
	RedirectView overtaken(OfferOvertakenException ex, Locale locale, RedirectAttributes redirect) {
		return OfferController.back(ex.creatorId(), this.texts.text("connection.offer.overtaken", locale, ex.handle()),
				redirect);
	}

}
