package io.channelkeeper.picture;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * An ETag and the URL it was received for, without query, since signed URLs change with
 * every read.
 *
 * @param value as the header has it, quotes included
 * @param address the URL without query
 */
record EntityTag(String value, String address) {

	private static final int LONGEST = 200;

	/** Null where there is no ETag, a malformed one or one of over 200 characters. */
	static @Nullable EntityTag of(@Nullable String value, URI address) {
		return (value != null && value.length() <= LONGEST && value.matches("(W/)?\"[\\x21\\x23-\\x7e]*\""))
				? new EntityTag(value, plain(address)) : null;
	}

	boolean isOf(URI address) {
		return this.address.equals(plain(address));
	}

	private static String plain(URI address) {
		return address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath();
	}

}
