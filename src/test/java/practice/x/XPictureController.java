package practice.x;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.imageio.ImageIO;

import practice.Portrait;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The picture server: addresses that never expire, in several sizes; a picture that was
 * changed is gone.
 */
@RestController
@RequestMapping("/x/pictures")
class XPictureController {

	private static final Map<String, Integer> SIZES = Map.of("normal", 48, "bigger", 73, "400x400", 400);

	private final Map<String, byte[]> drawn = new ConcurrentHashMap<>();

	private final XWorld world;

	XPictureController(XWorld world) {
		this.world = world;
	}

	@GetMapping("/profile_images/{id:[0-9]+}/{version:[0-9]+}_{size}.jpg")
	ResponseEntity<byte[]> serve(@PathVariable String id, @PathVariable int version, @PathVariable String size) {
		boolean there = this.world.find(id).filter((account) -> account.picture == version).isPresent();
		Integer pixels = SIZES.get(size);
		if (!there || pixels == null) {
			return ResponseEntity.notFound().build();
		}
		byte[] picture = this.drawn.computeIfAbsent(id + " " + version + " " + size,
				(key) -> scale(Portrait.draw("x " + id, version, "jpg"), pixels, "jpg"));
		return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(picture);
	}

	@GetMapping("/sticky/default_profile_images/default_profile_{size}.png")
	ResponseEntity<byte[]> everybodys(@PathVariable String size) {
		byte[] picture = this.drawn.computeIfAbsent("default " + size,
				(key) -> scale(Portrait.draw("nobody", 1, "png"), SIZES.getOrDefault(size, 48), "png"));
		return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(picture);
	}

	private static byte[] scale(byte[] picture, int pixels, String format) {
		try {
			Image whole = ImageIO.read(new ByteArrayInputStream(picture));
			BufferedImage scaled = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_RGB);
			Graphics2D pen = scaled.createGraphics();
			pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
			pen.drawImage(whole, 0, 0, pixels, pixels, null);
			pen.dispose();
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			ImageIO.write(scaled, format, bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
