package practice.linkedin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import practice.PracticeClock;

/**
 * Signs the addresses of pictures: {@code e} is the end in seconds, {@code t} the
 * signature.
 */
final class PictureAddresses {

	static final String PATH = "/linkedin/pictures/";

	private static final Duration LIFE = Duration.ofDays(60);

	private static final byte[] SECRET = "practice LinkedIn's own pictures".getBytes(StandardCharsets.UTF_8);

	private final PracticeClock clock;

	PictureAddresses(PracticeClock clock) {
		this.clock = clock;
	}

	String of(Member member, String base, int size) {
		return sign(base, "member-" + member.id + "-" + member.picture + "-" + size + ".jpg");
	}

	String of(Page page, String base) {
		return sign(base, "page-" + page.id + "-" + page.picture + "-320.png");
	}

	Instant endOfNew() {
		return this.clock.instant().plus(LIFE);
	}

	/** Whether the signature is ours and the time is not over. */
	boolean isGood(String file, String signature, String end) {
		return signature.equals(signature(file, end)) && end.matches("[0-9]{1,12}")
				&& this.clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(end)));
	}

	private String sign(String base, String file) {
		String end = String.valueOf(endOfNew().getEpochSecond());
		return base + PATH + file + "?e=" + end + "&v=beta&t=" + signature(file, end);
	}

	private static String signature(String file, String end) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
			return Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(mac.doFinal((file + "|" + end).getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
