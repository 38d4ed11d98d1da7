package io.channelkeeper.organization.web;

import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

import io.channelkeeper.organization.DeadLinkException;
import io.channelkeeper.organization.DeadLinkException.Reason;

/**
 * Tells who followed a dead link why it is dead and how to get a new one.
 */
@ControllerAdvice
class DeadLinkAdvice {

	@ExceptionHandler
	ModelAndView deadLink(DeadLinkException ex) {
		HttpStatus status = (ex.reason() == Reason.UNKNOWN) ? HttpStatus.NOT_FOUND : HttpStatus.GONE;
		return new ModelAndView("organization/dead-link", Map.of("reason", ex.reason().name()), status);
	}

}
