package practice.instagram;

/**
 * The one app that practice Instagram knows.
 */
final class InstagramApp {

	static final String ID = "practice-instagram";

	static final String SECRET = "practice-instagram-secret";

	static final String NAME = "Channelkeeper";

	private InstagramApp() {
	}

}
