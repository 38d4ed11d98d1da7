package practice.google;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import practice.Portrait;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Pictures of channels: unsigned addresses that stay until the owner changes the picture.
 */
@RestController
class GooglePictureController {

	static final String PATH = "/google/pictures";

	private final Map<String, byte[]> drawn = new ConcurrentHashMap<>();

	private final GoogleWorld world;

	GooglePictureController(GoogleWorld world) {
		this.world = world;
	}

	@GetMapping(PATH + "/{file:.+}")
	ResponseEntity<byte[]> serve(@PathVariable String file) {
		String name = file.replaceFirst("=s[0-9]+$", "");
		int dash = name.lastIndexOf('-');
		boolean current = dash > 0 && this.world.findChannel(name.substring(0, dash))
			.filter((channel) -> name.equals(channel.id + "-" + channel.picture))
			.isPresent();
		if (!current) {
			return ResponseEntity.notFound().build();
		}
		byte[] image = this.drawn.computeIfAbsent(name,
				(key) -> Portrait.draw(name.substring(0, dash), Integer.parseInt(name.substring(dash + 1)), "jpg"));
		return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(image);
	}

}
