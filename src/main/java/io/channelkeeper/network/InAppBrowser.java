package io.channelkeeper.network;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Apps that open a link in a browser of their own, where nobody is signed in and some
 * networks refuse to open (B-19).
 */
public enum InAppBrowser {

	INSTAGRAM("Instagram", "Instagram [0-9]"), FACEBOOK("Facebook", "FBAN/|FBAV/|FB_IAB/|FBIOS"),
	TIKTOK("TikTok", "musical_ly|BytedanceWebview|ByteLocale|TikTok"), LINKEDIN("LinkedIn", "LinkedInApp"),
	SNAPCHAT("Snapchat", "Snapchat"), LINE("LINE", " Line/[0-9]"), PINTEREST("Pinterest", "\\[Pinterest/"),
	X("X", "Twitter for "), WECHAT("WeChat", "MicroMessenger/"),

	/** Some other Android app; Android says no more than that. */
	OTHER("", "; wv\\)");

	private final String appName;

	private final Pattern pattern;

	InAppBrowser(String appName, String pattern) {
		this.appName = appName;
		this.pattern = Pattern.compile(pattern);
	}

	/** The app in which the page was opened, or empty in a browser of its own. */
	public static Optional<InAppBrowser> of(@Nullable String userAgent) {
		String agent = (userAgent != null) ? userAgent : "";
		return Arrays.stream(values()).filter((browser) -> browser.pattern.matcher(agent).find()).findFirst();
	}

	/** The app's name, or empty when it is not known. */
	public String appName() {
		return this.appName;
	}

}
