package io.channelkeeper.channel.web;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import io.channelkeeper.channel.ListOptions;
import io.channelkeeper.channel.ListService;
import io.channelkeeper.channel.ListedCreator;
import io.channelkeeper.creator.CreatorChoices;
import io.channelkeeper.creator.CreatorForm;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.network.Networks;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Viewer;

/**
 * Takes a pasted list of creators: shows what was recognised first, then saves exactly
 * that text and tells what became of each line.
 */
@Controller
class ListController {

	private final ListService lists;

	private final CreatorService creators;

	private final Networks networks;

	ListController(ListService lists, CreatorService creators, Networks networks) {
		this.lists = lists;
		this.creators = creators;
		this.networks = networks;
	}

	@GetMapping("/creators/import")
	ModelAndView form(Viewer viewer) {
		viewer.require(Action.KEEP_PORTFOLIO);
		CreatorChoices choices = this.creators.choices(viewer, null);
		return page(choices, new ListForm("", "", "")).addObject("form",
				CreatorForm.empty(choices.language(), viewer.memberId()));
	}

	@PostMapping("/creators/import")
	ModelAndView read(Viewer viewer, @ModelAttribute("form") CreatorForm form, BindingResult errors,
			@ModelAttribute("pasted") ListForm pasted, BindingResult listErrors,
			@RequestParam(defaultValue = "false") boolean save) {
		viewer.require(Action.KEEP_PORTFOLIO);
		CreatorChoices choices = this.creators.choices(viewer, null);
		form.checkRest(choices.members(), errors);
		pasted.check(this.lists.count(pasted.list()), listErrors);
		if (errors.hasErrors() || listErrors.hasErrors()) {
			ModelAndView page = page(choices, pasted);
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return page;
		}
		if (!save || !pasted.wasSeen()) {
			return page(choices, pasted)
				.addObject("preview", ListView.of(this.lists.read(pasted.list(), pasted.bareHandles())))
				.addObject("changed", save);
		}
		return saved(viewer, form, pasted, choices);
	}

	private ModelAndView saved(Viewer viewer, CreatorForm form, ListForm pasted, CreatorChoices choices) {
		List<ListedCreator> results = this.lists.save(viewer, pasted.list(),
				new ListOptions(pasted.bareHandles(), form.locale(), form.member(), form.words()));
		ListForm rest = new ListForm(this.lists.remainder(pasted.list(), results), pasted.network(), "");
		return page(choices, rest).addObject("results", ListView.of(results));
	}

	private ModelAndView page(CreatorChoices choices, ListForm pasted) {
		return new ModelAndView("channel/paste-list").addObject("choices", choices)
			.addObject("networks", this.networks.all())
			.addObject("pasted", pasted);
	}

}
