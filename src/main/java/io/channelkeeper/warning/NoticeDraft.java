package io.channelkeeper.warning;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A notice before anybody has it. It is written out when somebody reads it, in that
 * reader's language.
 *
 * @param kind what it is about
 * @param messageKey the sentence
 * @param arguments what stands in it, see {@link NoticeArgument}
 * @param link the page that it leads to: a path of ours
 * @param subject what it is about, or null; an unread notice with the same sentence about
 * the same subject gives way to the new one
 */
public record NoticeDraft(NoticeKind kind, String messageKey, List<String> arguments, String link,
		@Nullable UUID subject) {

	public NoticeDraft {
		arguments = List.copyOf(arguments);
		if (!link.startsWith("/") || link.startsWith("//")) {
			throw new IllegalArgumentException("Not a path of ours");
		}
	}

}
