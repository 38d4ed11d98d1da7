package io.channelkeeper.warning.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import io.channelkeeper.support.web.PageLanguage;
import io.channelkeeper.warning.UnsubscribeLinkException;
import io.channelkeeper.warning.UnsubscribeLinks;
import io.channelkeeper.warning.Unsubscription;

/**
 * Unsubscribing from a mail without signing in. Only a POST does it: mail scanners follow
 * every link. The same POST comes from the page's button and from mail programs (RFC
 * 8058), which bring no cookie and follow no redirect.
 */
@Controller
@RequestMapping("/unsubscribe/{token}")
class UnsubscribeController {

	private final UnsubscribeLinks links;

	UnsubscribeController(UnsubscribeLinks links) {
		this.links = links;
	}

	@GetMapping
	String page(@PathVariable String token, HttpServletRequest request, Model model) {
		return show(this.links.look(token), false, request, model);
	}

	@PostMapping(params = "!again")
	String unsubscribe(@PathVariable String token, HttpServletRequest request, Model model) {
		return show(this.links.unsubscribe(token), false, request, model);
	}

	@PostMapping(params = "again")
	String resume(@PathVariable String token, HttpServletRequest request, Model model) {
		return show(this.links.resume(token), true, request, model);
	}

	/** Forged or left behind: the page tells nobody which. */
	@ExceptionHandler
	ModelAndView dead(UnsubscribeLinkException ex) {
		return new ModelAndView("warning/unsubscribe-dead", ex.isGone() ? HttpStatus.GONE : HttpStatus.NOT_FOUND);
	}

	private static String show(Unsubscription unsubscription, boolean resumed, HttpServletRequest request,
			Model model) {
		PageLanguage.suggest(request, unsubscription.language());
		model.addAttribute("unsubscription", unsubscription);
		model.addAttribute("resumed", resumed);
		return "warning/unsubscribe";
	}

}
