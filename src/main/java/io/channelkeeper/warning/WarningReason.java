package io.channelkeeper.warning;

import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Why a member is told of a channel that is interrupted or about to end; the first that
 * applies.
 */
enum WarningReason {

	/** Everybody in the organization is, who did not choose otherwise (M-32, M-34). */
	TEAM,

	/** The member connected it last, or is next to whoever did (H-13). */
	ANSWERS,

	/** Nobody chose to hear of it, and the member is an admin (B-8). */
	NOBODY_ELSE;

	/** The first of any, for a mail about several channels. */
	static WarningReason first(Stream<@Nullable WarningReason> reasons) {
		return reasons.filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(TEAM);
	}

	/**
	 * What the member can unsubscribe from, or null where that changes nothing.
	 * @param team what the team hears
	 */
	@Nullable NoticeKind kind(NoticeKind team) {
		return switch (this) {
			case TEAM -> team;
			case ANSWERS -> NoticeKind.OWN_INTERRUPTED;
			case NOBODY_ELSE -> null;
		};
	}

}
