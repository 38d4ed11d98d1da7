package io.channelkeeper.invitation.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

import io.channelkeeper.invitation.InvitationRefusedException;

/**
 * Says why an invitation cannot be made or sent like this.
 */
@ControllerAdvice(basePackageClasses = InvitationRefusalAdvice.class)
class InvitationRefusalAdvice {

	@ExceptionHandler
	ModelAndView refused(InvitationRefusedException refused) {
		return new ModelAndView("invitation/refused", HttpStatus.CONFLICT).addObject("reason", refused.reason());
	}

}
