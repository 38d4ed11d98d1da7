package io.channelkeeper.warning;

import org.jspecify.annotations.Nullable;

/**
 * Why a member is told of an interrupted channel; the first that applies.
 */
enum WarningReason {

	/** Everybody in the organization is, who did not choose otherwise (M-32, M-34). */
	TEAM(NoticeKind.INTERRUPTED),

	/** The member connected it last, or is next to whoever did (H-13). */
	ANSWERS(NoticeKind.OWN_INTERRUPTED),

	/** Everybody else chose otherwise, and the member runs the organization (B-8). */
	NOBODY_ELSE(null);

	private final @Nullable NoticeKind kind;

	WarningReason(@Nullable NoticeKind kind) {
		this.kind = kind;
	}

	/** What the member can unsubscribe from, or null where that changes nothing. */
	@Nullable NoticeKind kind() {
		return this.kind;
	}

}
