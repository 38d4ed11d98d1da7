package io.channelkeeper.invitation.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.channelkeeper.invitation.Desk;
import io.channelkeeper.invitation.InvitationDesk;
import io.channelkeeper.invitation.InvitationService;
import io.channelkeeper.invitation.LinkVia;
import io.channelkeeper.organization.Viewer;

/**
 * The page where a creator is invited (I-1, I-11). A link in clear is shown in the answer
 * to the button that made it and nowhere else.
 */
@Controller
@RequestMapping("/creators/{id}/invite")
class InviteController {

	private final InvitationDesk desk;

	private final InvitationService invitations;

	private final InvitationWords words;

	InviteController(InvitationDesk desk, InvitationService invitations, InvitationWords words) {
		this.desk = desk;
		this.invitations = invitations;
		this.words = words;
	}

	@GetMapping
	String show(Viewer viewer, @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID channel,
			Model model) {
		Desk open = this.desk.open(viewer, id);
		model.addAttribute("desk", open);
		model.addAttribute("form", InviteForm.of(open, channel));
		return "invitation/invite";
	}

	@PostMapping(params = "action=send")
	ModelAndView send(Viewer viewer, @PathVariable UUID id, @Valid @ModelAttribute("form") InviteForm form,
			BindingResult errors, RedirectAttributes redirect, Locale locale) {
		Desk open = this.desk.open(viewer, id);
		check(form, open, errors);
		if (form.address().isEmpty() && !errors.hasFieldErrors()) {
			errors.rejectValue("recipient", "invitation.refused.NO_ADDRESS");
		}
		if (errors.hasErrors()) {
			return again(open);
		}
		UUID invitation = this.invitations.create(viewer, form.toInvitation(open));
		this.invitations.send(viewer, invitation);
		redirect.addFlashAttribute("message", this.words.sent(open, form, locale));
		return new ModelAndView("redirect:/creators/" + id);
	}

	/** On to the checklist alone (I-13). */
	@PostMapping(params = "action=prepare")
	String prepare(@PathVariable UUID id, InviteForm form, RedirectAttributes redirect) {
		redirect.addAttribute("channels", (form.channels() != null) ? form.channels() : List.of());
		redirect.addAttribute("ways", (form.ways() != null) ? form.ways() : List.of());
		redirect.addAttribute("language", form.locale().getLanguage());
		return "redirect:/creators/" + id + "/preparation";
	}

	@PostMapping(params = { "action!=send", "action!=prepare" })
	ModelAndView link(Viewer viewer, @PathVariable UUID id, @RequestParam String action,
			@Valid @ModelAttribute("form") InviteForm form, BindingResult errors) {
		Desk open = this.desk.open(viewer, id);
		check(form, open, errors);
		if (errors.hasErrors()) {
			return again(open);
		}
		UUID invitation = this.invitations.create(viewer, form.toInvitation(open));
		LinkVia via = action.equals("qr") ? LinkVia.QR : LinkVia.COPY;
		return FreshLinkView.of(this.invitations.link(viewer, invitation, via), action);
	}

	private static void check(InviteForm form, Desk open, BindingResult errors) {
		if (!form.endsInTime(open.today())) {
			errors.rejectValue("validUntil", "invitation.invite.until.wrong");
		}
		if (form.hasWrongRecipient()) {
			errors.rejectValue("recipient", "invitation.invite.recipient.wrong");
		}
		if (form.chosen(open).isEmpty() && !errors.hasFieldErrors("channels")) {
			errors.rejectValue("channels", "invitation.invite.channels.missing");
		}
	}

	private static ModelAndView again(Desk open) {
		return new ModelAndView("invitation/invite", HttpStatus.UNPROCESSABLE_CONTENT).addObject("desk", open);
	}

}
