package io.channelkeeper.organization;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Knows whom members of the bound organization look after (B-21).
 */
public interface LookedAfter {

	/** How many creators a member looks after, with those that were put away. */
	int count(UUID memberId);

	/**
	 * Gives them to somebody else.
	 * @param from who looks after them
	 * @param to who does from now on, or null for nobody
	 */
	void passOn(UUID from, @Nullable UUID to);

}
