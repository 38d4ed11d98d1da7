package io.channelkeeper.warning;

import java.util.List;
import java.util.Set;
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
 * @param channels what it is about where it is solved once all of them work
 * @param creators whom it is about; members choose to hear only of those whom they look
 * after
 */
public record NoticeDraft(NoticeKind kind, String messageKey, List<String> arguments, String link,
		@Nullable UUID subject, Set<UUID> channels, Set<UUID> creators) {

	public NoticeDraft {
		arguments = List.copyOf(arguments);
		channels = Set.copyOf(channels);
		creators = Set.copyOf(creators);
		if (!link.startsWith("/") || link.startsWith("//")) {
			throw new IllegalArgumentException("Not a path of ours");
		}
	}

	/** A notice that nothing solves, about no creator. */
	public NoticeDraft(NoticeKind kind, String messageKey, List<String> arguments, String link,
			@Nullable UUID subject) {
		this(kind, messageKey, arguments, link, subject, Set.of(), Set.of());
	}

	/** The same about creators. */
	public NoticeDraft about(Set<UUID> whom) {
		return new NoticeDraft(this.kind, this.messageKey, this.arguments, this.link, this.subject, this.channels,
				whom);
	}

	/** The same for whom another choice counts. */
	NoticeDraft as(NoticeKind other) {
		return new NoticeDraft(other, this.messageKey, this.arguments, this.link, this.subject, this.channels,
				this.creators);
	}

}
