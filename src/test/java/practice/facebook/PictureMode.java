package practice.facebook;

/**
 * What a picture's address serves.
 */
public enum PictureMode {

	/** The picture. */
	GOOD("the picture"),

	/** The account has none. */
	NONE("no picture at all"),

	/** A web page that calls itself a picture. */
	NOT_AN_IMAGE("not an image"),

	/** A small file of 30,000 by 30,000 pixels. */
	HUGE_SIZE("30,000 × 30,000 pixels"),

	/** A file of about 12 MB. */
	TOO_LARGE("12 MB"),

	/** One byte a second. */
	ENDLESS("never ends"),

	/** A redirect to a cloud machine's own data. */
	REDIRECT_METADATA("redirects to 169.254.169.254"),

	/** A redirect to the machine itself. */
	REDIRECT_LOOPBACK("redirects to loopback"),

	/** An address whose time is over. */
	EXPIRED("address expired at once"),

	/** The picture was taken away in between. */
	GONE("404");

	private final String inWords;

	PictureMode(String inWords) {
		this.inWords = inWords;
	}

	public String inWords() {
		return this.inWords;
	}

}
