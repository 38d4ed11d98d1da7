package io.channelkeeper.support;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address that can stand in a mail header: one line, one {@code @}, no spaces.
 *
 * @param value the address as typed, without surrounding white space
 */
public record EmailAddress(String value) {

	private static final Pattern SHAPE = Pattern
		.compile("[^\\s@<>()\\[\\],;:\"\\\\\\p{Cntrl}]{1,64}@[\\p{L}\\p{N}.-]{1,190}");

	/** What people mean by one: a domain with a dot, and no address of a page. */
	private static final Pattern MEANT = Pattern
		.compile("[^/]+@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}-]*[\\p{L}\\p{N}]{2,}");

	public EmailAddress {
		if (!SHAPE.matcher(value).matches()) {
			throw new IllegalArgumentException("Not an e-mail address");
		}
	}

	/**
	 * The address in what somebody typed, or empty when it is none: neither
	 * {@code ana@localhost} nor {@code example.net/@ana} is meant by people.
	 */
	public static Optional<EmailAddress> parse(String typed) {
		String trimmed = typed.strip();
		return (SHAPE.matcher(trimmed).matches() && MEANT.matcher(trimmed).matches())
				? Optional.of(new EmailAddress(trimmed)) : Optional.empty();
	}

	/** How equal addresses are recognised: lower case. */
	public String key() {
		return this.value.toLowerCase(Locale.ROOT);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
