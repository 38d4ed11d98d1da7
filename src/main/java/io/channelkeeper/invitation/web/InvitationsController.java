package io.channelkeeper.invitation.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import io.channelkeeper.invitation.InvitationCounts;
import io.channelkeeper.invitation.InvitationFilter;
import io.channelkeeper.invitation.InvitationList;
import io.channelkeeper.invitation.InvitationPage;

/**
 * All invitations, stuck ones first.
 */
@Controller
class InvitationsController {

	private final InvitationList list;

	private final RowViews views;

	InvitationsController(InvitationList list, RowViews views) {
		this.list = list;
		this.views = views;
	}

	/**
	 * The list.
	 * @param known what the asking page shows already; when nothing changed there is
	 * nothing to swap
	 */
	@GetMapping("/invitations")
	ModelAndView show(@RequestParam(required = false) @Nullable String state,
			@RequestParam(required = false) @Nullable String stuck,
			@RequestParam(required = false) @Nullable UUID creator,
			@RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String known,
			@RequestHeader(name = "HX-Request", defaultValue = "false") boolean part, Locale locale) {
		InvitationFilter filter = InvitationFilter.of(state, stuck, creator);
		InvitationPage page = this.list.page(filter, from);
		InvitationCounts counts = this.list.counts();
		List<RowView> rows = page.rows().stream().map((row) -> this.views.of(row, locale)).toList();
		String mark = Integer.toHexString(Objects.hash(rows, counts));
		if (part && mark.equals(known)) {
			return new ModelAndView("invitation/nothing", HttpStatus.NO_CONTENT);
		}
		return new ModelAndView("invitation/" + (part ? "list :: live" : "list")).addObject("rows", rows)
			.addObject("counts", counts)
			.addObject("frequent", (counts.frequent() != null) ? this.views.generally(counts.frequent(), locale) : null)
			.addObject("filter", filter)
			.addObject("from", from)
			.addObject("next", page.next())
			.addObject("mark", mark);
	}

	/** Asks before an invitation is withdrawn. */
	@GetMapping("/invitations/{id}/cancel")
	ModelAndView cancel(@PathVariable UUID id) {
		return new ModelAndView("invitation/cancel").addObject("row", this.list.get(id));
	}

}
