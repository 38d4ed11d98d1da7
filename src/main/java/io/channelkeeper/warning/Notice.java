package io.channelkeeper.warning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a member was told.
 *
 * @param id the notice
 * @param kind what it is about
 * @param messageKey the sentence
 * @param arguments what stands in it
 * @param link the page that it leads to
 * @param at when it was told
 * @param read whether the member saw it, or need not any more
 * @param solved whether what it is about is over
 */
public record Notice(UUID id, NoticeKind kind, String messageKey, List<String> arguments, String link, Instant at,
		boolean read, boolean solved) {

	public Notice {
		arguments = List.copyOf(arguments);
	}

}
