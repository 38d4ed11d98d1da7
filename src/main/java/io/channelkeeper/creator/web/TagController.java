package io.channelkeeper.creator.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.creator.NewCreator;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.PlainText;

/**
 * Gives several creators one tag.
 */
@Controller
class TagController {

	private final CreatorService creators;

	private final MessageSource texts;

	TagController(CreatorService creators, MessageSource texts) {
		this.creators = creators;
		this.texts = texts;
	}

	/** Without a tag, as the portfolio's rows may come, it asks for one. */
	@PostMapping("/creators/tag")
	ModelAndView tag(Viewer viewer, @RequestParam(required = false) @Nullable List<UUID> creator,
			@RequestParam(required = false) @Nullable String tag, RedirectAttributes redirect, Locale locale) {
		List<UUID> ids = (creator != null) ? creator : List.of();
		String word = PlainText.line((tag != null) ? tag : "");
		if (ids.isEmpty() || word.isEmpty() || word.length() > NewCreator.MAX_TAG) {
			return ask(viewer, ids, tag, word);
		}
		this.creators.tag(viewer, ids, word);
		redirect.addFlashAttribute("message",
				this.texts.getMessage("creator.tagged", new Object[] { ids.size(), word }, locale));
		return new ModelAndView("redirect:/portfolio");
	}

	private ModelAndView ask(Viewer viewer, List<UUID> ids, @Nullable String typed, String word) {
		ModelAndView page = new ModelAndView("creator/tag").addObject("creators", this.creators.get(ids))
			.addObject("choices", this.creators.choices(viewer, null))
			.addObject("tag", word)
			.addObject("wrong", typed != null);
		page.setStatus((typed != null) ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
		return page;
	}

}
