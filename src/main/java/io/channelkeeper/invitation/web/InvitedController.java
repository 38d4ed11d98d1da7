package io.channelkeeper.invitation.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;

import io.channelkeeper.connection.Departure;
import io.channelkeeper.invitation.ConnectActions;
import io.channelkeeper.invitation.ConnectLink;
import io.channelkeeper.invitation.ConnectPages;
import io.channelkeeper.picture.StoredPicture;
import io.channelkeeper.support.SecretToken;

/**
 * The creator's page behind a link. Reading it changes nothing; leaving is a POST.
 */
@Controller
@RequestMapping("/connect/{token}")
class InvitedController {

	private final ConnectPages pages;

	private final ConnectActions actions;

	private final InvitedViews views;

	InvitedController(ConnectPages pages, ConnectActions actions, InvitedViews views) {
		this.pages = pages;
		this.actions = actions;
		this.views = views;
	}

	@GetMapping
	ModelAndView show(ConnectLink link, @PathVariable String token,
			@RequestHeader(name = HttpHeaders.USER_AGENT, defaultValue = "") String browser, Locale locale) {
		return this.views.of(this.pages.page(link), new SecretToken(token), browser, locale);
	}

	/** Told by the rendered page: a person saw it. */
	@PostMapping("/seen")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void seen(ConnectLink link) {
		this.actions.seen(link);
	}

	@PostMapping("/start")
	String start(ConnectLink link, @RequestParam UUID channel, Model model, HttpServletResponse response) {
		Departure departure = this.actions.start(link, channel);
		response.addHeader(HttpHeaders.SET_COOKIE, departure.cookie().toString());
		model.addAttribute("departure", departure);
		return "connection/leaving";
	}

	/** Another way to the same channel; what it needs and asks for is shown next. */
	@PostMapping("/way")
	String way(ConnectLink link, @RequestParam UUID channel, @RequestParam String provider,
			@PathVariable String token) {
		this.actions.choose(link, channel, provider);
		return "redirect:/connect/" + token;
	}

	@PostMapping("/others")
	String others(ConnectLink link, @RequestParam(required = false) @Nullable List<String> other,
			@PathVariable String token) {
		this.actions.connectOthers(link, (other != null) ? other : List.of());
		return "redirect:/connect/" + token;
	}

	@GetMapping("/picture")
	ResponseEntity<Resource> picture(ConnectLink link, @RequestParam UUID channel,
			@RequestParam(defaultValue = "false") boolean soon) {
		return answer(this.views.picture(link, channel, soon));
	}

	/** The account that came back in place of the expected one: the creator's own. */
	@GetMapping("/picture/other")
	ResponseEntity<Resource> otherPicture(ConnectLink link, @RequestParam(defaultValue = "false") boolean soon) {
		return answer(this.views.otherPicture(link, soon));
	}

	private static ResponseEntity<Resource> answer(StoredPicture picture) {
		return ResponseEntity.ok()
			.eTag(picture.etag())
			.cacheControl(CacheControl.maxAge(picture.freshFor()).cachePrivate())
			.contentType(MediaType.parseMediaType(picture.contentType()))
			.body(picture.content());
	}

}
