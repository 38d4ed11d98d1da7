package practice.linkedin;

import java.nio.charset.StandardCharsets;

import practice.Portrait;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The picture server: signed addresses that expire.
 */
@RestController
@RequestMapping(PictureAddresses.PATH)
class PictureController {

	private final PictureAddresses addresses;

	PictureController(PictureAddresses addresses) {
		this.addresses = addresses;
	}

	@GetMapping("/{file}")
	ResponseEntity<byte[]> serve(@PathVariable String file, @RequestParam(defaultValue = "") String t,
			@RequestParam(defaultValue = "0") String e) {
		if (!this.addresses.isGood(file, t, e)) {
			return ResponseEntity.status(403)
				.contentType(MediaType.TEXT_PLAIN)
				.body("Forbidden".getBytes(StandardCharsets.UTF_8));
		}
		String[] parts = file.split("[-.]", -1);
		String format = parts[4];
		return ResponseEntity.ok()
			.contentType(format.equals("png") ? MediaType.IMAGE_PNG : MediaType.IMAGE_JPEG)
			.body(Portrait.draw("linkedin-" + parts[0] + parts[1], Integer.parseInt(parts[2]), format));
	}

}
