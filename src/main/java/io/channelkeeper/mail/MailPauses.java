package io.channelkeeper.mail;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before something is tried again: longer each time, and never equally
 * long, so that what failed together does not come back together.
 */
final class MailPauses {

	private static final List<Duration> OF_A_MAIL = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5),
			Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4));

	private static final List<Duration> OF_THE_SERVER = List.of(Duration.ofMinutes(1), Duration.ofMinutes(2),
			Duration.ofMinutes(4), Duration.ofMinutes(8), Duration.ofMinutes(15));

	private MailPauses() {
	}

	/**
	 * For one mail that is not taken yet.
	 * @param before how often that was so before
	 */
	static Duration ofMail(int before) {
		return around(OF_A_MAIL, before);
	}

	/**
	 * For all mails while the server takes none.
	 * @param before how often it was tried again before
	 */
	static Duration ofServer(int before) {
		return around(OF_THE_SERVER, before);
	}

	/** Up to a quarter more than listed; the last one from then on. */
	private static Duration around(List<Duration> pauses, int before) {
		Duration pause = pauses.get(Math.min(before, pauses.size() - 1));
		return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 4));
	}

}
