package io.channelkeeper.picture.web;

import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.picture.PictureErrand;
import io.channelkeeper.picture.PictureErrands;
import io.channelkeeper.support.web.OwnPath;

/**
 * Fetches pictures because a member asks for them.
 */
@Controller
class PictureFetchController {

	private final PictureErrands errands;

	private final ChannelService channels;

	private final ErrandTexts texts;

	PictureFetchController(PictureErrands errands, ChannelService channels, ErrandTexts texts) {
		this.errands = errands;
		this.channels = channels;
		this.texts = texts;
	}

	@PostMapping("/channels/{id}/picture/fetch")
	RedirectView ofChannel(Viewer viewer, @PathVariable UUID id, @RequestParam(required = false) @Nullable String back,
			RedirectAttributes redirect, Locale language) {
		redirect.addFlashAttribute("message",
				this.texts.told(this.errands.fetchChannel(viewer, id), this.channels.get(id), language));
		return back(back, "/creators/" + this.channels.get(id).creatorId());
	}

	@PostMapping("/creators/{id}/picture/fetch")
	RedirectView ofCreator(Viewer viewer, @PathVariable UUID id, @RequestParam(required = false) @Nullable String back,
			RedirectAttributes redirect, Locale language) {
		redirect.addFlashAttribute("message", this.texts.begun(this.errands.fetchCreator(viewer, id), language));
		return back(back, "/creators/" + id);
	}

	@PostMapping("/pictures/fetch")
	RedirectView all(Viewer viewer, @RequestParam(required = false) @Nullable String back, RedirectAttributes redirect,
			Locale language) {
		PictureErrand errand = this.errands.fetchAll(viewer);
		redirect.addFlashAttribute("message", this.texts.begun(errand, language));
		if (!JobsController.PATH.equals(back)) {
			redirect.addFlashAttribute("checks", this.texts.checks(errand, viewer, language));
		}
		return back(back, "/portfolio");
	}

	private static RedirectView back(@Nullable String typed, String usual) {
		return OwnPath.parse(typed).orElseGet(() -> new OwnPath(usual)).seeOther();
	}

}
