package io.channelkeeper.connection.web;

import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

import io.channelkeeper.connection.AlreadyAskedException;
import io.channelkeeper.connection.NobodyToAskException;
import io.channelkeeper.connection.NotConnectedException;
import io.channelkeeper.connection.ReconnectRequest;
import io.channelkeeper.connection.ReconnectRequests;
import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.web.OwnPath;

/**
 * A member asks colleagues to connect a channel again (B-17), and reads where the member
 * was whom that reached, or why it went to nobody.
 */
@Controller
class ReconnectRequestController {

	private final ReconnectRequests requests;

	private final ReconnectRequestTexts texts;

	ReconnectRequestController(ReconnectRequests requests, ReconnectRequestTexts texts) {
		this.requests = requests;
		this.texts = texts;
	}

	@PostMapping(path = "/channels/{id}/ask", params = "!of")
	RedirectView ask(Viewer viewer, @PathVariable UUID id, HttpServletRequest request, Locale language,
			RedirectAttributes redirect) {
		ReconnectRequest asked = this.requests.ask(viewer, id);
		return back(id, this.texts.sent(asked, language), request, redirect);
	}

	/** One colleague in particular, to take a sign-in over (B-10). */
	@PostMapping(path = "/channels/{id}/ask", params = "of")
	RedirectView askToTakeOver(Viewer viewer, @PathVariable UUID id, @RequestParam UUID of, HttpServletRequest request,
			Locale language, RedirectAttributes redirect) {
		Member asked = this.requests.askToTakeOver(viewer, id, of);
		return back(id, this.texts.askedToTakeOver(asked, language), request, redirect);
	}

	@ExceptionHandler
	RedirectView already(AlreadyAskedException ex, Viewer viewer, HttpServletRequest request, Locale language,
			RedirectAttributes redirect) {
		return back(ex.request().channelId(), this.texts.already(ex.request(), viewer, language), request, redirect);
	}

	@ExceptionHandler
	RedirectView nobody(NobodyToAskException ex, HttpServletRequest request, Locale language,
			RedirectAttributes redirect) {
		return back(ex.channelId(), this.texts.nobody(ex.channelId(), language), request, redirect);
	}

	@ExceptionHandler
	RedirectView notConnected(NotConnectedException ex, HttpServletRequest request, Locale language,
			RedirectAttributes redirect) {
		return back(ex.channelId(), this.texts.notConnected(ex.channelId(), language), request, redirect);
	}

	private RedirectView back(UUID channel, String message, HttpServletRequest request, RedirectAttributes redirect) {
		redirect.addFlashAttribute("message", message);
		return OwnPath.parse(request.getParameter("from")).orElseGet(() -> this.texts.page(channel)).seeOther();
	}

}
