package io.channelkeeper.invitation.web;

import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

import io.channelkeeper.invitation.CreatorRenewals;
import io.channelkeeper.invitation.LinkVia;
import io.channelkeeper.invitation.RenewalRefusedException;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.web.OwnPath;

/**
 * A member asks a creator to renew everything that is due, with one press (H-25).
 */
@Controller
@RequestMapping("/creators/{id}/renew")
class RenewalController {

	private final CreatorRenewals renewals;

	private final InvitationWords words;

	RenewalController(CreatorRenewals renewals, InvitationWords words) {
		this.renewals = renewals;
		this.words = words;
	}

	@PostMapping(params = "via=MAIL")
	RedirectView mail(Viewer viewer, @PathVariable UUID id, @RequestParam(required = false) @Nullable String from,
			Locale language, RedirectAttributes redirect) {
		redirect.addFlashAttribute("message",
				this.words.asked(this.renewals.mail(viewer, id), viewer.zone(), language));
		return path(id, from).seeOther();
	}

	@PostMapping(params = "via=COPY")
	ModelAndView copy(Viewer viewer, @PathVariable UUID id, @RequestParam(required = false) @Nullable String from) {
		return FreshLinkView.of(this.renewals.link(viewer, id, LinkVia.COPY), "message")
			.addObject("from", path(id, from).value());
	}

	@PostMapping(params = "via=QR")
	ModelAndView qr(Viewer viewer, @PathVariable UUID id, @RequestParam(required = false) @Nullable String from) {
		return FreshLinkView.of(this.renewals.link(viewer, id, LinkVia.QR), "qr")
			.addObject("from", path(id, from).value());
	}

	@ExceptionHandler
	RedirectView refused(RenewalRefusedException ex, HttpServletRequest request, Locale language,
			RedirectAttributes redirect) {
		redirect.addFlashAttribute("message",
				this.words.of("invitation.renew.refused." + ex.reason(), language, this.renewals.name(ex.creatorId())));
		return path(ex.creatorId(), request.getParameter("from")).seeOther();
	}

	private static OwnPath path(UUID creator, @Nullable String from) {
		return OwnPath.parse(from).orElseGet(() -> new OwnPath("/creators/" + creator));
	}

}
