package io.channelkeeper.picture.web;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.channelkeeper.organization.Viewer;

/**
 * Changes a creator's picture: by a file, or by choosing a channel (P-13 to P-15).
 */
@Controller
class CreatorPictureController {

	private final CreatorPictureViews views;

	private final PictureUploads uploads;

	private final MessageSource texts;

	CreatorPictureController(CreatorPictureViews views, PictureUploads uploads, MessageSource texts) {
		this.views = views;
		this.uploads = uploads;
		this.texts = texts;
	}

	/** The parameter refused comes from the redirect of {@link UploadLimitFilter}. */
	@GetMapping("/creators/{id}/picture")
	ModelAndView page(Viewer viewer, @PathVariable UUID id, @RequestParam(required = false) @Nullable Refusal refused,
			Locale locale) {
		return new ModelAndView("picture/creator-picture").addObject("view", this.views.of(id))
			.addObject("advice", this.views.advice(viewer, id, locale))
			.addObject("organization", this.views.organization(viewer))
			.addObject("refused", refused);
	}

	@PostMapping("/creators/{id}/picture")
	ModelAndView upload(Viewer viewer, @PathVariable UUID id, @ModelAttribute PictureForm form,
			RedirectAttributes redirect, Locale locale) {
		Optional<Refusal> refusal = this.uploads.take(viewer, id, form);
		if (refusal.isPresent()) {
			ModelAndView page = page(viewer, id, refusal.get(), locale);
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return page;
		}
		return told("picture.upload.done", this.views.of(id), redirect, locale);
	}

	/** Without a channel the choice is automatic. */
	@PostMapping("/creators/{id}/picture/channel")
	ModelAndView choose(Viewer viewer, @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID channel,
			RedirectAttributes redirect, Locale locale) {
		this.uploads.choose(viewer, id, channel);
		CreatorPictureView view = this.views.of(id);
		return told("picture.choose." + (view.chosen() ? "CHOSEN" : "BEST"), view, redirect, locale);
	}

	@PostMapping("/creators/{id}/picture/again")
	ModelAndView again(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
		this.uploads.letGo(viewer, id);
		CreatorPictureView view = this.views.of(id);
		return told("picture.choose." + (view.uploaded() ? "BEST" : view.source()), view, redirect, locale);
	}

	private ModelAndView told(String key, CreatorPictureView view, RedirectAttributes redirect, Locale locale) {
		redirect.addFlashAttribute("message",
				this.texts.getMessage(key, new Object[] { view.name(), view.from() }, locale));
		return new ModelAndView("redirect:/creators/" + view.id());
	}

}
