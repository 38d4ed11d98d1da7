package io.channelkeeper.channel.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

import io.channelkeeper.channel.ChannelTakenException;

/**
 * Says whose channel it is, to who was overtaken by somebody adding the same one.
 */
@ControllerAdvice
class TakenPage {

	@ExceptionHandler
	ModelAndView taken(ChannelTakenException taken) {
		ModelAndView page = new ModelAndView("channel/taken").addObject("taken", taken);
		page.setStatus(HttpStatus.CONFLICT);
		return page;
	}

}
