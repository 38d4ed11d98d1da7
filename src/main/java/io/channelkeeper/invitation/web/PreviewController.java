package io.channelkeeper.invitation.web;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

import io.channelkeeper.invitation.Desk;
import io.channelkeeper.invitation.InvitationDesk;
import io.channelkeeper.invitation.InvitedWay;
import io.channelkeeper.invitation.Letter;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.web.PageLanguage;

/**
 * Shows mail and page as the creator will see them, in the creator's language.
 */
@Controller
class PreviewController {

	private final InvitationDesk desk;

	private final ThymeleafViewResolver views;

	private final InvitationWords words;

	PreviewController(InvitationDesk desk, ThymeleafViewResolver views, InvitationWords words) {
		this.desk = desk;
		this.views = views;
		this.words = words;
	}

	@PostMapping("/creators/{id}/invite/preview")
	ModelAndView preview(Viewer viewer, @PathVariable UUID id, @ModelAttribute("form") InviteForm form,
			@RequestParam(name = "in", required = false) @Nullable String in,
			@RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) throws Exception {
		Locale language = PageLanguage.parse(in).orElseGet(form::locale);
		Desk open = this.desk.open(viewer, id);
		List<InvitedWay> chosen = form.chosen(open);
		View view = this.views.resolveViewName(
				chosen.isEmpty() ? "invitation/preview-none" : "invitation/preview" + (part ? " :: preview" : ""),
				language);
		ModelAndView page = new ModelAndView();
		page.setView(view);
		if (!chosen.isEmpty()) {
			Letter letter = this.desk.letter(viewer, id, chosen, form.ownWords(), end(form, open));
			page.addObject("letter", letter)
				.addObject("subject", this.words.subject(letter, language))
				.addObject("link", null);
		}
		return page;
	}

	private static Instant end(InviteForm form, Desk open) {
		Instant end = form.end(open.zone());
		return (end != null) ? end : open.usualEnd().atTime(LocalTime.NOON).atZone(open.zone()).toInstant();
	}

}
