package practice.facebook;

/**
 * The app that organizations would register at Facebook.
 */
final class App {

	static final String ID = "practice-facebook";

	static final String SECRET = "practice-facebook-secret";

	static final String NAME = "Channelkeeper (practice)";

	/** Whether every call has to carry {@code appsecret_proof}. */
	volatile boolean proofRequired;

	boolean isAppToken(String value) {
		return value.equals(ID + "|" + SECRET);
	}

}
