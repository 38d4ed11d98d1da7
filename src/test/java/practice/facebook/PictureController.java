package practice.facebook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletResponse;
import practice.Portrait;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The picture server: signed addresses that expire, and whatever else a picture's address
 * can turn out to be.
 */
@RestController
@RequestMapping(PictureAddresses.PATH)
class PictureController {

	private static final int TEN_MINUTES = 600;

	private final Map<String, byte[]> drawn = new ConcurrentHashMap<>();

	private final World world;

	private final PictureAddresses addresses;

	PictureController(World world, PictureAddresses addresses) {
		this.world = world;
		this.addresses = addresses;
	}

	@GetMapping("/{file}")
	void serve(@PathVariable String file, @RequestParam(defaultValue = "") String oh,
			@RequestParam(defaultValue = "0") String oe, HttpServletResponse response) throws IOException {
		if (!this.addresses.isGood(file, oh, oe)) {
			write(response, 403, "text/plain", "URL signature expired".getBytes(StandardCharsets.UTF_8));
			return;
		}
		switch (modeOf(file)) {
			case GOOD, EXPIRED, NONE -> write(response, 200, type(file), portrait(file));
			case NOT_AN_IMAGE -> write(response, 200, type(file),
					"<!doctype html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
			case HUGE_SIZE ->
				write(response, 200, "image/png", this.drawn.computeIfAbsent("huge", (key) -> HugePng.make()));
			case TOO_LARGE ->
				write(response, 200, "image/png", this.drawn.computeIfAbsent("noise", (key) -> Portrait.noise()));
			case ENDLESS -> drip(response, portrait(file));
			case REDIRECT_METADATA -> response.sendRedirect("http://169.254.169.254/latest/meta-data/iam/");
			case REDIRECT_LOOPBACK -> response.sendRedirect("http://127.0.0.1:22/");
			case GONE -> write(response, 404, "text/plain", "Not Found".getBytes(StandardCharsets.UTF_8));
		}
	}

	private PictureMode modeOf(String file) {
		String id = file.split("-", -1)[1];
		return file.startsWith("page")
				? this.world.findPage(id).map((page) -> page.picture.mode).orElse(PictureMode.GONE)
				: this.world.findAccount(id).map((account) -> account.picture.mode).orElse(PictureMode.GONE);
	}

	private byte[] portrait(String file) {
		String name = file.substring(0, file.indexOf('.'));
		int version = Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
		String whose = name.substring(0, name.lastIndexOf('-'));
		return this.drawn.computeIfAbsent(file,
				(key) -> Portrait.draw(whose, version, file.endsWith("png") ? "png" : "jpg"));
	}

	private static String type(String file) {
		return file.endsWith("png") ? "image/png" : "image/jpeg";
	}

	private static void write(HttpServletResponse response, int status, String type, byte[] body) throws IOException {
		response.setStatus(status);
		response.setContentType(type);
		response.setContentLength(body.length);
		response.setHeader("Cache-Control", "max-age=1209600, no-transform");
		response.getOutputStream().write(body);
	}

	/** One byte a second until the client leaves, ten minutes at most. */
	private static void drip(HttpServletResponse response, byte[] body) throws IOException {
		response.setContentType("image/jpeg");
		OutputStream out = response.getOutputStream();
		try {
			for (int second = 0; second < TEN_MINUTES; second++) {
				out.write(body[second % body.length]);
				out.flush();
				Thread.sleep(1000);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
