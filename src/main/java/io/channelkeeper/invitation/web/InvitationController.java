package io.channelkeeper.invitation.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.channelkeeper.invitation.BulkInvitations;
import io.channelkeeper.invitation.BulkResult;
import io.channelkeeper.invitation.InvitationService;
import io.channelkeeper.invitation.LinkVia;
import io.channelkeeper.organization.Viewer;

/**
 * What members do with one invitation, or begin for many creators.
 */
@Controller
@RequestMapping("/invitations")
class InvitationController {

	private final InvitationService invitations;

	private final BulkInvitations bulk;

	private final InvitationWords words;

	InvitationController(InvitationService invitations, BulkInvitations bulk, InvitationWords words) {
		this.invitations = invitations;
		this.bulk = bulk;
		this.words = words;
	}

	@PostMapping("/{id}/remind")
	String remind(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
		String creator = this.invitations.remind(viewer, id);
		return back(redirect, "invitation.list.reminded", locale, creator);
	}

	/** Ends earlier links and sends a new one. */
	@PostMapping("/{id}/renew")
	String renew(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
		String creator = this.invitations.renewAndSend(viewer, id);
		return back(redirect, "invitation.list.renewed", locale, creator);
	}

	/** Ends earlier links and shows a new one to be passed on. */
	@PostMapping("/{id}/renew-link")
	ModelAndView renewLink(Viewer viewer, @PathVariable UUID id) {
		return FreshLinkView.of(this.invitations.renewAndLink(viewer, id), "link");
	}

	/** One more live link. */
	@PostMapping("/{id}/links")
	ModelAndView link(Viewer viewer, @PathVariable UUID id, @RequestParam String action) {
		LinkVia via = action.equals("qr") ? LinkVia.QR : LinkVia.COPY;
		return FreshLinkView.of(this.invitations.link(viewer, id, via), action);
	}

	@PostMapping("/{id}/cancel")
	String cancel(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
		String creator = this.invitations.cancel(viewer, id);
		return back(redirect, "invitation.list.cancelled", locale, creator);
	}

	@PostMapping("/bulk")
	ModelAndView bulk(Viewer viewer, @RequestParam(name = "creator", required = false) @Nullable List<UUID> creators) {
		List<BulkResult> results = this.bulk.invite(viewer, (creators != null) ? creators : List.of());
		return new ModelAndView("invitation/bulk").addObject("results", results)
			.addObject("sent", results.stream().filter(BulkResult::isSent).count());
	}

	private String back(RedirectAttributes redirect, String key, Locale locale, String creator) {
		redirect.addFlashAttribute("message", this.words.of(key, locale, creator));
		return "redirect:/invitations";
	}

}
