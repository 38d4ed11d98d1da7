package practice.facebook;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import practice.PracticeClock;

/**
 * Signs the addresses of pictures: {@code oh} is the signature, {@code oe} the end in
 * hexadecimal seconds.
 */
public final class PictureAddresses {

	static final String PATH = "/facebook/pictures/";

	private static final Duration LIFE = Duration.ofHours(4);

	private final PracticeClock clock;

	PictureAddresses(PracticeClock clock) {
		this.clock = clock;
	}

	String of(Page page, String base) {
		return sign(base, "page-" + page.id + "-" + page.picture.version + ".png", page.picture);
	}

	public @Nullable String of(InstagramAccount account, String base) {
		if (account.picture.mode == PictureMode.NONE) {
			return null;
		}
		return sign(base, "instagram-" + account.id + "-" + account.picture.version + ".jpg", account.picture);
	}

	/** Whether the signature is ours and the time is not over. */
	boolean isGood(String file, String signature, String end) {
		if (!signature.equals(signature(file, end))) {
			return false;
		}
		return this.clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(end, 16)));
	}

	private String sign(String base, String file, Picture picture) {
		Duration life = (picture.mode == PictureMode.EXPIRED) ? Duration.ofSeconds(-1) : LIFE;
		String end = Long.toHexString(this.clock.instant().plus(life).getEpochSecond())
			.toUpperCase(java.util.Locale.ROOT);
		return base + PATH + file + "?oh=" + signature(file, end) + "&oe=" + end;
	}

	private static String signature(String file, String end) {
		return "00_" + Proof.hmac("the practice picture server's own secret", file + "|" + end).substring(0, 40);
	}

}
