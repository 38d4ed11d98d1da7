package io.channelkeeper.picture;

import org.jspecify.annotations.Nullable;

/**
 * What one reading ended with, and what follows from it.
 *
 * @param outcome what came of it
 * @param reason why it was skipped or failed, a name of {@link MissingReason} or
 * {@link ReadingGap}, or "ARCHIVED"; null when it was neither
 * @param gap why the network cannot be asked at all, or null
 * @param next when it is read next
 * @param etag ETag of the picture that is kept, or null
 */
record ReadingResult(ReadingOutcome outcome, @Nullable String reason, @Nullable ReadingGap gap, Next next,
		@Nullable EntityTag etag) {

	private static final String ARCHIVED = "ARCHIVED";

	static ReadingResult fetched(boolean changed, @Nullable EntityTag etag) {
		return new ReadingResult(changed ? ReadingOutcome.CHANGED : ReadingOutcome.UNCHANGED, null, null, Next.CYCLE,
				etag);
	}

	/** The network shows nothing but a silhouette. */
	static ReadingResult silhouette() {
		return new ReadingResult(ReadingOutcome.SKIPPED, MissingReason.NO_PICTURE.name(), null, Next.CYCLE, null);
	}

	/** UNREACHABLE and GONE are read again soon, all else in the next cycle. */
	static ReadingResult missing(MissingReason reason) {
		Next next = switch (reason) {
			case UNREACHABLE, GONE, FAILED_HERE -> Next.SOON;
			case NO_PICTURE, NOT_ALLOWED, TOO_LARGE, NOT_AN_IMAGE -> Next.CYCLE;
		};
		return new ReadingResult(ReadingOutcome.FAILED, reason.name(), null, next, null);
	}

	/** The same address is tried again. */
	static ReadingResult retried(MissingReason reason) {
		return new ReadingResult(ReadingOutcome.FAILED, reason.name(), null, Next.PLANNED, null);
	}

	/** The network itself gave no proper answer. */
	static ReadingResult unanswered() {
		return missing(MissingReason.UNREACHABLE);
	}

	/** Something of our own went wrong. */
	static ReadingResult failedHere() {
		return missing(MissingReason.FAILED_HERE);
	}

	static ReadingResult gap(ReadingGap gap) {
		return new ReadingResult(ReadingOutcome.SKIPPED, gap.name(), gap, gap.isClosed() ? Next.NEVER : Next.CYCLE,
				null);
	}

	/** Whether it is tried again before the next cycle. */
	boolean isTriedAgain() {
		return this.next == Next.SOON || this.next == Next.PLANNED;
	}

	/** Whether nothing came although the network has something. */
	boolean isUnanswered() {
		return isTriedAgain() && !MissingReason.FAILED_HERE.name().equals(this.reason);
	}

	/** Whether the picture that is kept is the network's of today. */
	boolean isFetched() {
		return this.outcome == ReadingOutcome.CHANGED || this.outcome == ReadingOutcome.UNCHANGED;
	}

	static ReadingResult archived() {
		return new ReadingResult(ReadingOutcome.SKIPPED, ARCHIVED, null, Next.NEVER, null);
	}

	/** When the profile is read next by itself. */
	enum Next {

		/** In the next cycle. */
		CYCLE,

		/** After 15 minutes, 1 hour, 6 hours, then daily. */
		SOON,

		/** Only when somebody asks, or the channel changes. */
		NEVER,

		/** When it was planned already. */
		PLANNED

	}

}
