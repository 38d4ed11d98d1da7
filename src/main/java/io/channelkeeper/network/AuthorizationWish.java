package io.channelkeeper.network;

import java.util.Set;

/**
 * What the next departure to a provider asks for.
 *
 * @param scopes the permissions to ask for
 * @param askAgain whether a permission was declined before and has to be asked once more
 */
public record AuthorizationWish(Set<String> scopes, boolean askAgain) {

}
