package practice.tiktok;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import practice.PracticeClock;

/**
 * Signs the addresses of pictures: {@code x-expires} is the end in seconds.
 */
final class TikTokPictures {

	static final String PATH = "/tiktok/pictures/";

	private static final Duration LIFE = Duration.ofDays(2);

	private static final byte[] SECRET = "the practice picture server's own secret".getBytes(StandardCharsets.UTF_8);

	private final PracticeClock clock;

	TikTokPictures(PracticeClock clock) {
		this.clock = clock;
	}

	/** The address of the picture; empty where the account has none. */
	String of(TikTokAccount account, String base) {
		if (!account.hasPicture) {
			return "";
		}
		String file = account.openId + "~" + account.picture + ".jpeg";
		long end = this.clock.instant().plus(LIFE).getEpochSecond();
		return base + PATH + file + "?x-expires=" + end + "&x-signature=" + signature(file, end);
	}

	/** Whether the signature is ours and the time is not over. */
	boolean isGood(String file, long end, String signature) {
		return signature.equals(signature(file, end)) && this.clock.instant().isBefore(Instant.ofEpochSecond(end));
	}

	private static String signature(String file, long end) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
			return HexFormat.of()
				.formatHex(mac.doFinal((file + "|" + end).getBytes(StandardCharsets.UTF_8)))
				.substring(0, 28);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
