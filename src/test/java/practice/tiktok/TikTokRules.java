package practice.tiktok;

/**
 * What TikTok's own documents say differently from year to year.
 */
final class TikTokRules {

	volatile TikTokLives lives = TikTokLives.NEW;

	/** Whether each refresh gives the refresh token its whole life again. */
	volatile boolean sliding = true;

	void reset() {
		this.lives = TikTokLives.NEW;
		this.sliding = true;
	}

}
