package io.channelkeeper.connection.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

import io.channelkeeper.connection.TooManySignInsException;

/**
 * Asks whoever leaves for networks too often to come back later, creators and members
 * alike.
 */
@ControllerAdvice
class TooManySignInsAdvice {

	private static final String AN_HOUR = "3600";

	@ExceptionHandler
	ModelAndView later(TooManySignInsException ex, HttpServletResponse response) {
		response.setHeader(HttpHeaders.RETRY_AFTER, AN_HOUR);
		return new ModelAndView("connection/too-many", HttpStatus.TOO_MANY_REQUESTS);
	}

}
