package practice.x;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * The app that an operator would register at X.
 */
final class XApp {

	static final String ID = "practice-x";

	static final String SECRET = "practice-x-secret";

	static final String BEARER = "practice-x-bearer";

	static final String CONSUMER_SECRET = "practice-x-consumer-secret";

	static final String NAME = "Channelkeeper (practice)";

	/** Whether its owner has paid for calls. */
	volatile boolean hasCredits = true;

	/** Whether a header of HTTP Basic proves that the app itself asks. */
	boolean isProvenBy(@Nullable String header) {
		String expected = Base64.getEncoder().encodeToString((ID + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
		return ("Basic " + expected).equals(header);
	}

}
