package io.channelkeeper.portfolio.web;

import java.net.URI;
import java.net.URISyntaxException;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.AlarmService;
import io.channelkeeper.support.web.OwnPath;

/**
 * The banner about interrupted channels and the marks that go with it (H-9 to H-12): how
 * they change without reload, and how the banner is put away.
 */
@Controller
class AlarmController {

	private static final String NEWS = "frame/alarm :: news";

	private static final OwnPath FIRST = new OwnPath("/portfolio");

	private final AlarmService alarms;

	AlarmController(AlarmService alarms) {
		this.alarms = alarms;
	}

	/** What changed; 204 while all is the same as the page shows. */
	@GetMapping("/connections/alarm")
	@Nullable String news(Viewer viewer, @RequestParam(defaultValue = "") String page,
			@RequestParam(defaultValue = "") String version, Model model, HttpServletResponse response) {
		if (this.alarms.alarm(viewer).version().equals(version)) {
			response.setStatus(HttpStatus.NO_CONTENT.value());
			return null;
		}
		model.addAttribute("page", page);
		return NEWS;
	}

	/** Puts the banner away where the page stays as it is. */
	@PostMapping(path = "/connections/alarm/later", headers = "HX-Request")
	String later(Viewer viewer, @RequestParam(defaultValue = "") String page, Model model) {
		this.alarms.dismiss(viewer);
		model.addAttribute("page", page);
		return NEWS;
	}

	/** Puts the banner away and leads back to the page that it stood on. */
	@PostMapping("/connections/alarm/later")
	RedirectView later(Viewer viewer,
			@RequestHeader(name = HttpHeaders.REFERER, required = false) @Nullable String from) {
		this.alarms.dismiss(viewer);
		return OwnPath.parse(path(from)).orElse(FIRST).seeOther();
	}

	/** The path of an address, whoever it belongs to, or null. */
	private static @Nullable String path(@Nullable String address) {
		try {
			URI uri = new URI((address != null) ? address : "");
			return (uri.getRawQuery() != null) ? uri.getRawPath() + "?" + uri.getRawQuery() : uri.getRawPath();
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

}
