package io.channelkeeper.support;

import java.util.regex.Pattern;

/**
 * Hides what looks like a secret in a text for the log: tokens, codes and passwords in
 * addresses, forms, headers and JSON, and the links of ours that stand for a person.
 */
final class Mask {

	private static final String HIDDEN = "$1…";

	private static final String NAMES = "access_token|refresh_token|id_token|fb_exchange_token|input_token|"
			+ "appsecret_proof|client_secret|code_verifier|signed_request|password|code|state|_csrf";

	/** As in an address, a form, a map or a header: name=value, name=[value]. */
	private static final Pattern PAIR = Pattern
		.compile("(?i)((?<![\\w.])(?:" + NAMES + ")(?:=|%3D)\\[?\"?)[^\\s&\"',;\\[\\](){}<>…]{6,}");

	private static final Pattern JSON = Pattern
		.compile("(?i)(\\\\?\"(?:" + NAMES + ")\\\\?\"\\s*:\\s*\\\\?\")[^\"\\\\]+");

	private static final Pattern HEADER = Pattern.compile("(?i)\\b((?:Bearer|Basic)\\s+)[A-Za-z0-9._~+/=-]{8,}");

	private static final Pattern LINK = Pattern.compile("(?i)((?:/|%2F)"
			+ "(?:connect|setup|password|join|creator|login|unsubscribe|calendar|deletion)(?:/|%2F))[\\w-]{20,}");

	/** Whatever else in an address has the shape of a {@link SecretToken}. */
	private static final Pattern SHAPE = Pattern.compile("(?i)(/|%2F)[\\w-]{43}(?![\\w-])");

	/** Tokens that the networks give a beginning of their own. */
	private static final Pattern TELLTALE = Pattern.compile("\\b(EAA|IGA|ya29\\.|act\\.|rft\\.)[\\w.-]{16,}");

	private Mask() {
	}

	static String apply(String text) {
		String masked = PAIR.matcher(text).replaceAll(HIDDEN);
		masked = JSON.matcher(masked).replaceAll(HIDDEN);
		masked = HEADER.matcher(masked).replaceAll(HIDDEN);
		masked = LINK.matcher(masked).replaceAll(HIDDEN);
		masked = SHAPE.matcher(masked).replaceAll(HIDDEN);
		return TELLTALE.matcher(masked).replaceAll(HIDDEN);
	}

}
