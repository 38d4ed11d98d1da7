package io.channelkeeper.creator.web;

import java.util.Locale;
import java.util.UUID;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.channelkeeper.creator.Creator;
import io.channelkeeper.creator.CreatorChoices;
import io.channelkeeper.creator.CreatorForm;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Viewer;

/**
 * Edits one creator and brings an archived one back.
 */
@Controller
class CreatorController {

	private final CreatorService creators;

	private final MessageSource texts;

	CreatorController(CreatorService creators, MessageSource texts) {
		this.creators = creators;
		this.texts = texts;
	}

	@GetMapping("/creators/{id}/edit")
	ModelAndView form(Viewer viewer, @PathVariable UUID id) {
		viewer.require(Action.KEEP_PORTFOLIO);
		Creator creator = this.creators.get(id);
		return page(creator, this.creators.choices(viewer, creator.lookedAfterBy())).addObject("form",
				CreatorForm.of(creator));
	}

	@PostMapping("/creators/{id}/edit")
	ModelAndView edit(Viewer viewer, @PathVariable UUID id, @ModelAttribute("form") CreatorForm form,
			BindingResult errors, RedirectAttributes redirect, Locale locale) {
		Creator creator = this.creators.get(id);
		CreatorChoices choices = this.creators.choices(viewer, creator.lookedAfterBy());
		form.check(choices.members(), errors);
		if (errors.hasErrors()) {
			ModelAndView page = page(creator, choices);
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return page;
		}
		this.creators.edit(viewer, id, form.toCreator());
		return told("creator.saved", this.creators.get(id), redirect, locale);
	}

	@PostMapping("/creators/{id}/restore")
	ModelAndView restore(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
		this.creators.restore(viewer, id);
		return told("creator.restored", this.creators.get(id), redirect, locale);
	}

	private ModelAndView told(String key, Creator creator, RedirectAttributes redirect, Locale locale) {
		redirect.addFlashAttribute("message", this.texts.getMessage(key, new Object[] { creator.name() }, locale));
		return new ModelAndView("redirect:/creators/" + creator.id());
	}

	private static ModelAndView page(Creator creator, CreatorChoices choices) {
		return new ModelAndView("creator/edit").addObject("creator", creator).addObject("choices", choices);
	}

}
