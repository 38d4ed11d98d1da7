package io.channelkeeper.channel.web;

import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.channelkeeper.channel.ChannelReader;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.channel.ReadChannel;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Viewer;

/**
 * Corrects the handle of a channel.
 */
@Controller
class HandleController {

	private final ChannelService channels;

	private final ChannelReader reader;

	private final ChannelViews views;

	HandleController(ChannelService channels, ChannelReader reader, ChannelViews views) {
		this.channels = channels;
		this.reader = reader;
		this.views = views;
	}

	@GetMapping("/channels/{id}/handle")
	ModelAndView form(Viewer viewer, @PathVariable UUID id) {
		viewer.require(Action.KEEP_PORTFOLIO);
		ChannelView view = this.views.get(id);
		return page(view).addObject("form", new ChannelForm(view.channel().network().value(), view.written()));
	}

	@PostMapping("/channels/{id}/handle")
	ModelAndView rename(Viewer viewer, @PathVariable UUID id, @ModelAttribute("form") ChannelForm form,
			BindingResult errors, RedirectAttributes redirect, Locale locale) {
		ChannelView view = this.views.get(id);
		ChannelForm here = new ChannelForm(view.channel().network().value(), form.handle());
		ReadChannel read = this.reader.read(here.typed(), id);
		here.check(read, errors);
		if (errors.hasErrors() || read.problem() != null) {
			ModelAndView page = page(view).addObject("taken", ChannelForm.taken(read));
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return page;
		}
		this.channels.rename(viewer, id, Objects.requireNonNull(read.address()));
		return this.views.done("channel.renamed", id, redirect, locale);
	}

	private static ModelAndView page(ChannelView view) {
		return new ModelAndView("channel/handle").addObject("view", view);
	}

}
