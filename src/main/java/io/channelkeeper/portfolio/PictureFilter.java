package io.channelkeeper.portfolio;

import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Which creators are shown by their pictures (P-16).
 */
public enum PictureFilter {

	/** None at all. */
	MISSING("missing"),

	/**
	 * One that is older than a cycle or gets no newer one; never one that a member
	 * uploaded.
	 */
	STALE("stale");

	private final String word;

	PictureFilter(String word) {
		this.word = word;
	}

	/** As it stands in addresses. */
	public String word() {
		return this.word;
	}

	/** The filter of a word, or empty. */
	public static Optional<PictureFilter> of(@Nullable String word) {
		return Stream.of(values()).filter((filter) -> filter.word.equals(word)).findFirst();
	}

	/**
	 * The condition on a creator {@code r}; takes the parameters {@code now} and
	 * {@code fresh}, the moment before which a picture is older than a cycle.
	 */
	String condition() {
		return switch (this) {
			case MISSING -> """
					not exists (select from channel c join channel_picture x on x.channel_id = c.id
						where c.creator_id = r.id and c.archived_at is null and x.hash is not null)
					and not exists (select from creator_picture u where u.creator_id = r.id and u.hash is not null)""";
			case STALE -> """
					not exists (select from creator_picture u where u.creator_id = r.id and u.hash is not null)
					and exists (select from shown_channel_picture(r.id, :now) x
						left join picture_reading g on g.channel_id = x.channel_id
						where x.fetched_at < :fresh or x.state in ('EXPIRED', 'INVALID', 'UNREADABLE', 'NOT_ELIGIBLE')
							or g.gap in ('PRIVATE', 'PERSONAL'))""";
		};
	}

}
