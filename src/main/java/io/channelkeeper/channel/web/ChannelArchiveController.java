package io.channelkeeper.channel.web;

import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Viewer;

/**
 * Puts a channel away, after asking what becomes of its connection.
 */
@Controller
class ChannelArchiveController {

	private final ChannelService channels;

	private final ChannelViews views;

	ChannelArchiveController(ChannelService channels, ChannelViews views) {
		this.channels = channels;
		this.views = views;
	}

	@GetMapping("/channels/{id}/archive")
	ModelAndView ask(Viewer viewer, @PathVariable UUID id) {
		viewer.require(Action.KEEP_PORTFOLIO);
		ChannelView view = this.views.get(id);
		return new ModelAndView("channel/archive").addObject("view", view)
			.addObject("mayDisconnect", viewer.mayConnect(view.creator().lookedAfterBy()));
	}

	@PostMapping("/channels/{id}/archive")
	ModelAndView archive(Viewer viewer, @PathVariable UUID id,
			@RequestParam(required = false) @Nullable Boolean disconnect, RedirectAttributes redirect, Locale locale) {
		if (disconnect == null) {
			ModelAndView again = ask(viewer, id).addObject("unanswered", true);
			again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return again;
		}
		this.channels.archive(viewer, id, disconnect);
		return this.views.done("channel.archived", id, redirect, locale);
	}

}
