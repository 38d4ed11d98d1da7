package io.channelkeeper.warning.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.warning.Notice;
import io.channelkeeper.warning.NoticeService;

/**
 * The notices of the member who is signed in. A notice counts as read once the member
 * followed it or marked all of them.
 */
@Controller
class NoticeController {

	private final NoticeService notices;

	private final NoticePages pages;

	NoticeController(NoticeService notices, NoticePages pages) {
		this.notices = notices;
		this.pages = pages;
	}

	@GetMapping("/notices")
	String list(Viewer viewer, @RequestParam(required = false) @Nullable UUID before, Model model, Locale language) {
		ZoneId zone = viewer.zone();
		List<Notice> earlier = this.notices.earlier(viewer, before);
		List<Notice> open = (before == null) ? this.notices.open(viewer) : List.of();
		model.addAttribute("open", this.pages.byDay(open, zone, language));
		model.addAttribute("earlier", this.pages.byDay(earlier, zone, language));
		model.addAttribute("older", this.notices.full(earlier) ? earlier.getLast().id() : null);
		return "warning/notices";
	}

	@GetMapping("/notices/count")
	String count(Viewer viewer, Model model) {
		model.addAttribute("unread", this.notices.unread(viewer));
		return "warning/bell :: count";
	}

	@PostMapping("/notices/{id}")
	RedirectView follow(Viewer viewer, @PathVariable UUID id) {
		return seeOther(this.notices.follow(viewer, id));
	}

	@PostMapping("/notices")
	RedirectView readAll(Viewer viewer) {
		this.notices.readAll(viewer);
		return seeOther("/notices");
	}

	private static RedirectView seeOther(String path) {
		RedirectView view = new RedirectView(path, true);
		view.setExpandUriTemplateVariables(false);
		view.setStatusCode(HttpStatus.SEE_OTHER);
		return view;
	}

}
