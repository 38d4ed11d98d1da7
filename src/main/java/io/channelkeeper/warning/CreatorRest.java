package io.channelkeeper.warning;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Counts ahead when creators are written to: not twice within three days, but for the
 * last two days (B-2). One creator after the other, each from day to day.
 */
class CreatorRest {

	private @Nullable UUID creator;

	private Instant last = Instant.EPOCH;

	/**
	 * Whether the creator is written to at a moment; then counts from there.
	 * @param before the last mail that was written, or null
	 * @param days how many days are left for what is most urgent
	 */
	boolean isOver(UUID creator, @Nullable Instant before, Instant at, int days) {
		if (!creator.equals(this.creator)) {
			this.creator = creator;
			this.last = (before != null) ? before : Instant.EPOCH;
		}
		boolean over = days <= 1 || !this.last.plus(CreatorMails.REST).isAfter(at.plus(CreatorMails.NEARLY));
		if (over) {
			this.last = at;
		}
		return over;
	}

}
