package io.channelkeeper.organization.web;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.support.web.OwnPath;

/**
 * Who wants to sign in.
 *
 * @param email as typed
 * @param password as typed
 * @param next where to go then
 */
record LoginForm(@Nullable String email, @Nullable String password, @Nullable String next) {

	static final int LONGEST = 300;

	/** Nothing that is worth a look, such as a book in place of a password. */
	boolean isHopeless() {
		return this.email == null || this.password == null || this.email.length() > LONGEST
				|| this.password.length() > LONGEST;
	}

	String target() {
		return OwnPath.parse(this.next).map(OwnPath::value).orElse("/portfolio");
	}

	@Override
	public String toString() {
		return "LoginForm[" + this.email + "]";
	}

}
