package io.channelkeeper.network;

import java.util.Set;

/**
 * What the next departure to a provider asks for.
 *
 * @param scopes the permissions to ask for
 * @param askAgain whether a permission was declined before and has to be asked once more
 * @param otherAccount whether the wrong account came back before, so that the person
 * should be let choose
 */
public record AuthorizationWish(Set<String> scopes, boolean askAgain, boolean otherAccount) {

	public AuthorizationWish(Set<String> scopes, boolean askAgain) {
		this(scopes, askAgain, false);
	}

}
