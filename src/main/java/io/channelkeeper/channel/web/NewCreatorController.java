package io.channelkeeper.channel.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.channelkeeper.channel.ArrivalService;
import io.channelkeeper.channel.ReadChannel;
import io.channelkeeper.creator.CreatorChoices;
import io.channelkeeper.creator.CreatorForm;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Viewer;

/**
 * Adds one creator together with channels, and recognises those while they are typed.
 */
@Controller
class NewCreatorController {

	private final ArrivalService arrivals;

	private final CreatorService creators;

	private final MessageSource texts;

	NewCreatorController(ArrivalService arrivals, CreatorService creators, MessageSource texts) {
		this.arrivals = arrivals;
		this.creators = creators;
		this.texts = texts;
	}

	@GetMapping("/creators/new")
	ModelAndView form(Viewer viewer) {
		viewer.require(Action.KEEP_PORTFOLIO);
		CreatorChoices choices = this.creators.choices(viewer, null);
		return page(choices, List.of()).addObject("form", CreatorForm.empty(choices.language(), viewer.memberId()))
			.addObject("box", new ChannelsForm("", List.of()));
	}

	@PostMapping("/creators/new")
	ModelAndView add(Viewer viewer, @ModelAttribute("form") CreatorForm form, BindingResult errors,
			@ModelAttribute("box") ChannelsForm box, BindingResult boxErrors, RedirectAttributes redirect,
			Locale locale) {
		CreatorChoices choices = this.creators.choices(viewer, null);
		form.check(choices.members(), errors);
		box.check(boxErrors);
		List<ReadChannel> read = this.arrivals.read(box.typed());
		boolean complete = read.stream().allMatch((channel) -> channel.problem() == null);
		if (errors.hasErrors() || boxErrors.hasErrors() || !complete) {
			ModelAndView page = page(choices, read).addObject("submitted", true);
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return page;
		}
		UUID id = this.arrivals.add(viewer, form.toCreator(),
				read.stream().map((channel) -> Objects.requireNonNull(channel.address())).toList());
		redirect.addFlashAttribute("message",
				this.texts.getMessage("channel.creator.added", new Object[] { form.name(), read.size() }, locale));
		return new ModelAndView("redirect:/creators/" + id);
	}

	/** The lines below the box, asked for while somebody types. */
	@PostMapping("/creators/recognize")
	ModelAndView recognize(Viewer viewer, @ModelAttribute("box") ChannelsForm box) {
		viewer.require(Action.KEEP_PORTFOLIO);
		return new ModelAndView("channel/recognized :: lines").addObject("read", this.arrivals.read(box.typed()));
	}

	private static ModelAndView page(CreatorChoices choices, List<ReadChannel> read) {
		return new ModelAndView("channel/new-creator").addObject("choices", choices).addObject("read", read);
	}

}
