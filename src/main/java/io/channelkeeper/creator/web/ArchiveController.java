package io.channelkeeper.creator.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.channelkeeper.creator.Creator;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.organization.Viewer;

/**
 * Puts one or several creators away, after asking what becomes of their connections.
 */
@Controller
class ArchiveController {

	private final CreatorService creators;

	private final MessageSource texts;

	ArchiveController(CreatorService creators, MessageSource texts) {
		this.creators = creators;
		this.texts = texts;
	}

	@GetMapping("/creators/{id}/archive")
	ModelAndView ask(Viewer viewer, @PathVariable UUID id) {
		return ask(viewer, this.creators.get(List.of(id)));
	}

	@PostMapping("/creators/{id}/archive")
	ModelAndView archive(Viewer viewer, @PathVariable UUID id,
			@RequestParam(required = false) @Nullable Boolean disconnect, RedirectAttributes redirect, Locale locale) {
		return archive(viewer, List.of(id), disconnect, redirect, locale);
	}

	@GetMapping("/creators/archive")
	ModelAndView askForSome(Viewer viewer, @RequestParam(required = false) @Nullable List<UUID> creator) {
		return ask(viewer, this.creators.get((creator != null) ? creator : List.of()));
	}

	/** Comes from the portfolio's rows first, and from the question itself then. */
	@PostMapping("/creators/archive")
	ModelAndView archiveSome(Viewer viewer, @RequestParam(required = false) @Nullable List<UUID> creator,
			@RequestParam(required = false) @Nullable Boolean disconnect,
			@RequestParam(defaultValue = "false") boolean asked, RedirectAttributes redirect, Locale locale) {
		List<UUID> ids = (creator != null) ? creator : List.of();
		if (!asked) {
			return ask(viewer, this.creators.get(ids));
		}
		return archive(viewer, ids, disconnect, redirect, locale);
	}

	private ModelAndView archive(Viewer viewer, List<UUID> ids, @Nullable Boolean disconnect,
			RedirectAttributes redirect, Locale locale) {
		List<Creator> archived = this.creators.get(ids);
		if (disconnect == null || archived.isEmpty()) {
			ModelAndView again = ask(viewer, archived).addObject("unanswered", disconnect == null);
			again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return again;
		}
		this.creators.archive(viewer, ids, disconnect);
		redirect.addFlashAttribute("message", this.texts.getMessage("creator.archived",
				new Object[] { archived.size(), archived.getFirst().name() }, locale));
		return new ModelAndView("redirect:/portfolio");
	}

	private static ModelAndView ask(Viewer viewer, List<Creator> creators) {
		return new ModelAndView("creator/archive").addObject("creators", creators)
			.addObject("mayDisconnect",
					creators.stream().allMatch((creator) -> viewer.mayConnect(creator.lookedAfterBy())));
	}

}
