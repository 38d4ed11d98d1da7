package io.channelkeeper.calendar.web;

import java.nio.charset.StandardCharsets;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

import io.channelkeeper.calendar.CalendarFeed;
import io.channelkeeper.support.SecretToken;

/**
 * The calendar for programs, which do not sign in: they know the address.
 */
@Controller
class FeedController {

	private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

	private final CalendarFeed feed;

	FeedController(CalendarFeed feed) {
		this.feed = feed;
	}

	@GetMapping("/calendar/{token}.ics")
	ResponseEntity<byte[]> calendar(@PathVariable String token) {
		CalendarFeed.Content content = this.feed.read(new SecretToken(token))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		return ResponseEntity.ok()
			.contentType(CALENDAR)
			.cacheControl(CacheControl.noCache().cachePrivate())
			.eTag('"' + content.version() + '"')
			.header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"channelkeeper.ics\"")
			.body(content.text().getBytes(StandardCharsets.UTF_8));
	}

}
