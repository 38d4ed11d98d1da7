package io.channelkeeper.picture.web;

import java.time.Duration;

import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import io.channelkeeper.picture.PictureService;
import io.channelkeeper.picture.StoredPicture;
import io.channelkeeper.support.NotFoundException;

/**
 * Serves pictures to members of the organization that keeps them. An address names its
 * content, so browsers may keep it for good.
 */
@Controller
class PictureController {

	private final PictureService pictures;

	PictureController(PictureService pictures) {
		this.pictures = pictures;
	}

	@GetMapping("/pictures/{hash}")
	ResponseEntity<Resource> picture(@PathVariable String hash, @RequestParam(defaultValue = "96") int size) {
		StoredPicture picture = this.pictures.content(hash, size)
			.orElseThrow(() -> new NotFoundException("picture", hash));
		return ResponseEntity.ok()
			.eTag(picture.etag())
			.cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable())
			.header("X-Content-Type-Options", "nosniff")
			.contentType(MediaType.parseMediaType(picture.contentType()))
			.body(picture.content());
	}

}
