package practice.tiktok;

import practice.Portrait;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The picture server: signed addresses that expire.
 */
@RestController
class TikTokPictureController {

	private final TikTokPictures pictures;

	TikTokPictureController(TikTokPictures pictures) {
		this.pictures = pictures;
	}

	@GetMapping(TikTokPictures.PATH + "{file}")
	ResponseEntity<byte[]> picture(@PathVariable String file,
			@RequestParam(name = "x-expires", defaultValue = "0") long end,
			@RequestParam(name = "x-signature", defaultValue = "") String signature) {
		if (!this.pictures.isGood(file, end, signature)) {
			return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
		}
		int sign = file.indexOf('~');
		int version = Integer.parseInt(file.substring(sign + 1, file.indexOf('.')));
		return ResponseEntity.ok()
			.contentType(MediaType.IMAGE_JPEG)
			.body(Portrait.draw("tiktok-" + file.substring(0, sign), version, "jpg"));
	}

}
