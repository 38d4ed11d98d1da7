package io.channelkeeper.picture;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * How a server named what it sent, which says nothing about another address. What is
 * signed of an address changes with every reading and is left aside.
 *
 * @param value the name, as the header has it
 * @param address the address without query
 */
record EntityTag(String value, String address) {

	private static final int LONGEST = 200;

	/** Null where a server gives no name, or one that nobody wants to keep. */
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
