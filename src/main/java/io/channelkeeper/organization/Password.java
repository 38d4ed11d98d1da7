package io.channelkeeper.organization;

import java.nio.charset.StandardCharsets;

/**
 * A password that may be set: at least 10 characters, and not more bytes than the hash
 * takes in.
 *
 * @param value the password in clear
 */
public record Password(String value) {

	/** How many characters are asked for. */
	public static final int SHORTEST = 10;

	/** How many bytes bcrypt looks at. */
	public static final int LONGEST = 72;

	public Password {
		if (!accepts(value)) {
			throw new IllegalArgumentException("A password has " + SHORTEST + " characters to " + LONGEST + " bytes");
		}
	}

	/** Whether somebody may choose this one. */
	public static boolean accepts(String typed) {
		return typed.codePointCount(0, typed.length()) >= SHORTEST
				&& typed.getBytes(StandardCharsets.UTF_8).length <= LONGEST && !typed.isBlank();
	}

	@Override
	public String toString() {
		return "Password[…]";
	}

}
