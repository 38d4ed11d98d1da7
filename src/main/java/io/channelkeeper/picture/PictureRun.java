package io.channelkeeper.picture;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.NetworkId;

/**
 * Pictures that somebody asked for at once, and how far that is.
 *
 * @param id of the run
 * @param organizationName whose channels they are
 * @param scope one channel, one creator's or the organization's
 * @param about the creator's name, or null where it is about the organization
 * @param only the channel, where it is about one that is still known; else null
 * @param askedBy the name of the member who asked
 * @param askedAt when
 * @param total how many channels
 * @param stoppedAt when it was stopped, or null when it runs
 * @param left how long it takes yet at the pace so far, or null while that is unknown
 * @param parts what came of those that are done
 */
public record PictureRun(UUID id, String organizationName, Scope scope, @Nullable String about, @Nullable Only only,
		String askedBy, Instant askedAt, int total, @Nullable Instant stoppedAt, @Nullable Duration left,
		List<Part> parts) {

	/** How many channels are done. */
	public long done() {
		return this.parts.stream().mapToLong(Part::channels).sum();
	}

	/** How many of them ended so. */
	public long done(ReadingOutcome outcome) {
		return this.parts.stream().filter((part) -> part.outcome() == outcome).mapToLong(Part::channels).sum();
	}

	/** Whether nothing is left to do. */
	public boolean isOver() {
		return done() >= this.total;
	}

	/** Whether it goes on by itself. */
	public boolean isRunning() {
		return !isOver() && this.stoppedAt == null;
	}

	/** What a run is about. */
	public enum Scope {

		/** One channel. */
		CHANNEL,

		/** All channels of a creator. */
		CREATOR,

		/** All channels of the organization. */
		ORGANIZATION

	}

	/**
	 * The only channel of a run.
	 *
	 * @param network where it is
	 * @param handle its handle there
	 * @param displayName what the network calls it, or null
	 */
	public record Only(NetworkId network, String handle, @Nullable String displayName) {

	}

	/**
	 * What came of some channels.
	 *
	 * @param outcome what
	 * @param reason why, where they were skipped or failed: a name of
	 * {@link MissingReason} or {@link ReadingGap}, or "ARCHIVED"; else null
	 * @param channels how many
	 */
	public record Part(ReadingOutcome outcome, @Nullable String reason, long channels) {

	}

}
