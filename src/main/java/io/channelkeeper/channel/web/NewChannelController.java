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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.channelkeeper.channel.ArrivalService;
import io.channelkeeper.channel.ReadChannel;
import io.channelkeeper.creator.Creator;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Viewer;

/**
 * Adds a channel to a creator.
 */
@Controller
class NewChannelController {

	private final ArrivalService arrivals;

	private final CreatorService creators;

	private final MessageSource texts;

	NewChannelController(ArrivalService arrivals, CreatorService creators, MessageSource texts) {
		this.arrivals = arrivals;
		this.creators = creators;
		this.texts = texts;
	}

	@GetMapping("/creators/{id}/channels/new")
	ModelAndView form(Viewer viewer, @PathVariable UUID id) {
		viewer.require(Action.KEEP_PORTFOLIO);
		return page(this.creators.get(id)).addObject("form", new ChannelForm("", ""));
	}

	@PostMapping("/creators/{id}/channels/new")
	ModelAndView add(Viewer viewer, @PathVariable UUID id, @ModelAttribute("form") ChannelForm form,
			BindingResult errors, RedirectAttributes redirect, Locale locale) {
		Creator creator = this.creators.get(id);
		ReadChannel read = this.arrivals.read(List.of(form.typed())).getFirst();
		form.check(read, errors);
		if (errors.hasErrors() || read.problem() != null) {
			ModelAndView page = page(creator).addObject("taken", ChannelForm.taken(read));
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return page;
		}
		this.arrivals.addTo(viewer, id, List.of(Objects.requireNonNull(read.address())));
		redirect.addFlashAttribute("message",
				this.texts.getMessage("channel.added", new Object[] { read.shown(), creator.name() }, locale));
		return new ModelAndView("redirect:/creators/" + id);
	}

	private ModelAndView page(Creator creator) {
		return new ModelAndView("channel/new").addObject("creator", creator)
			.addObject("networks", this.arrivals.networks());
	}

}
