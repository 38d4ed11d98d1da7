package io.channelkeeper.picture.web;

import java.time.Duration;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;

import io.channelkeeper.picture.PictureAddress;
import io.channelkeeper.picture.PictureService;
import io.channelkeeper.picture.PicturesAwayException;
import io.channelkeeper.picture.StoredPicture;
import io.channelkeeper.support.NotFoundException;

/**
 * Serves pictures to members of the organization that keeps them. A URL names its
 * content, so browsers may keep it for a year.
 */
@Controller
class PictureController {

	private static final CacheControl FOR_GOOD = CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

	private final PictureService pictures;

	PictureController(PictureService pictures) {
		this.pictures = pictures;
	}

	/** A matching ETag is answered with 304 before any byte is read. */
	@GetMapping("/pictures/{hash}")
	@Nullable ResponseEntity<Resource> picture(@PathVariable String hash, @RequestParam(defaultValue = "96") String size,
			WebRequest request, HttpServletResponse response) {
		PictureAddress address = PictureAddress.parse(hash, size)
			.filter(this.pictures::has)
			.orElseThrow(() -> new NotFoundException("picture", hash));
		if (request.checkNotModified(address.etag())) {
			response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_GOOD.getHeaderValue());
			return null;
		}
		StoredPicture picture = this.pictures.content(address)
			.orElseThrow(() -> new NotFoundException("picture", hash));
		return ResponseEntity.ok()
			.cacheControl(FOR_GOOD)
			.header("X-Content-Type-Options", "nosniff")
			.contentType(MediaType.parseMediaType(picture.contentType()))
			.body(picture.content());
	}

	/** Pages show initials meanwhile. */
	@ExceptionHandler
	ResponseEntity<Void> away(PicturesAwayException ex) {
		return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.RETRY_AFTER, "5")
			.build();
	}

}
