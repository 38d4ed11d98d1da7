package io.channelkeeper.portfolio;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Whom somebody asked to mend a channel.
 *
 * @param by the name of the member who asked, empty where nobody had to
 * @param whom the names of those who were asked
 * @param at when, the last time
 * @param ofCreator whether the creator was asked, by an invitation
 * @param openedAt when the first of them opened it, or null for not yet
 */
public record AskedGlimpse(String by, List<String> whom, Instant at, boolean ofCreator, @Nullable Instant openedAt) {

	public AskedGlimpse {
		whom = List.copyOf(whom);
	}

}
