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
import io.channelkeeper.channel.Ineligibility;
import io.channelkeeper.channel.ProfileLookUp;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Viewer;

/**
 * Lets a member say that a channel is private or personal, or no longer so, and ask the
 * network where that is possible (P-7 to P-9).
 */
@Controller
class EligibilityController {

	private final ChannelService channels;

	private final ProfileLookUp lookUp;

	private final ChannelViews views;

	EligibilityController(ChannelService channels, ProfileLookUp lookUp, ChannelViews views) {
		this.channels = channels;
		this.lookUp = lookUp;
		this.views = views;
	}

	@GetMapping("/channels/{id}/ineligible")
	ModelAndView ask(Viewer viewer, @PathVariable UUID id) {
		viewer.require(Action.KEEP_PORTFOLIO);
		return new ModelAndView("channel/ineligible").addObject("view", this.views.get(id));
	}

	@PostMapping("/channels/{id}/ineligible")
	ModelAndView mark(Viewer viewer, @PathVariable UUID id,
			@RequestParam(required = false) Ineligibility.@Nullable Reason reason, RedirectAttributes redirect,
			Locale locale) {
		if (reason == null || reason == Ineligibility.Reason.NOT_SHOWN) {
			ModelAndView again = ask(viewer, id).addObject("unanswered", true);
			again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return again;
		}
		this.channels.markIneligible(id, reason, Ineligibility.Source.MEMBER, viewer);
		return this.views.done("channel.marked." + reason, id, redirect, locale);
	}

	@PostMapping("/channels/{id}/eligible")
	ModelAndView clear(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
		this.channels.clearIneligible(viewer, id);
		return this.views.done("channel.cleared", id, redirect, locale);
	}

	/** What is known, how the network answered last, and what a member can decide. */
	@GetMapping("/channels/{id}/check")
	ModelAndView check(Viewer viewer, @PathVariable UUID id) {
		viewer.require(Action.KEEP_PORTFOLIO);
		return new ModelAndView("channel/check").addObject("view", this.views.get(id))
			.addObject("possible", this.lookUp.isPossible(id))
			.addObject("outcome", this.lookUp.last(id).orElse(null));
	}

	/** Asks the network where it can be asked; else the page lets a member decide. */
	@PostMapping("/channels/{id}/check")
	ModelAndView checkAgain(Viewer viewer, @PathVariable UUID id) {
		viewer.require(Action.KEEP_PORTFOLIO);
		return this.lookUp.look(id)
			.map((outcome) -> new ModelAndView("redirect:/channels/" + id + "/check"))
			.orElseGet(() -> check(viewer, id));
	}

}
