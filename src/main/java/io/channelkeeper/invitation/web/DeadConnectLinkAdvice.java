package io.channelkeeper.invitation.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

import io.channelkeeper.invitation.ConnectLink;
import io.channelkeeper.invitation.ConnectPages;
import io.channelkeeper.invitation.DeadLinkException;
import io.channelkeeper.invitation.DeadLinkException.Reason;
import io.channelkeeper.invitation.Letter;

/**
 * Turns links that lead nowhere into a friendly page. Whom to ask is told only to who
 * held a good link.
 */
@ControllerAdvice(assignableTypes = { InvitedController.class, InvitedAnswerController.class })
class DeadConnectLinkAdvice {

	private final ConnectPages pages;

	DeadConnectLinkAdvice(ConnectPages pages) {
		this.pages = pages;
	}

	@ExceptionHandler
	ModelAndView dead(DeadLinkException dead, HttpServletRequest request) {
		boolean unknown = dead.reason() == Reason.INVALID;
		ModelAndView page = new ModelAndView("invitation/connect-dead",
				unknown ? HttpStatus.NOT_FOUND : HttpStatus.GONE);
		page.addObject("reason", dead.reason());
		page.addObject("letter", unknown ? null : letter(ConnectLinkConfiguration.of(request)));
		return page;
	}

	private @Nullable Letter letter(@Nullable ConnectLink link) {
		return (link != null) ? this.pages.letter(link).orElse(null) : null;
	}

}
