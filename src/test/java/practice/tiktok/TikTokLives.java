package practice.tiktok;

import java.time.Duration;

/**
 * How long tokens live, by TikTok's documents.
 */
public enum TikTokLives {

	/** The pages of November 2026. */
	NEW(Duration.ofHours(2), Duration.ofDays(180), "2 hours and 180 days"),

	/** The page before. */
	OLD(Duration.ofDays(1), Duration.ofDays(365), "24 hours and 365 days");

	private final Duration access;

	private final Duration refresh;

	private final String inWords;

	TikTokLives(Duration access, Duration refresh, String inWords) {
		this.access = access;
		this.refresh = refresh;
		this.inWords = inWords;
	}

	Duration access() {
		return this.access;
	}

	Duration refresh() {
		return this.refresh;
	}

	public String inWords() {
		return this.inWords;
	}

}
