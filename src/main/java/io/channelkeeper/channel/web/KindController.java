package io.channelkeeper.channel.web;

import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.channelkeeper.channel.ChannelKinds;
import io.channelkeeper.network.ChannelKind;
import io.channelkeeper.organization.Viewer;

/**
 * Lets managers say what a channel is to the organization (M-3).
 */
@Controller
class KindController {

	private final ChannelKinds kinds;

	private final ChannelViews views;

	KindController(ChannelKinds kinds, ChannelViews views) {
		this.kinds = kinds;
		this.views = views;
	}

	@PostMapping("/channels/{id}/kind")
	ModelAndView set(Viewer viewer, @PathVariable UUID id, @RequestParam ChannelKind kind,
			@RequestParam(required = false) @Nullable String from, RedirectAttributes redirect, Locale locale) {
		this.kinds.set(viewer, id, kind);
		return this.views.done("channel.kind.set." + kind, id, from, redirect, locale);
	}

}
