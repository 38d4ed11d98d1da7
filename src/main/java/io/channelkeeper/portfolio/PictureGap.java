package io.channelkeeper.portfolio;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.channel.Ineligibility;
import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.network.Cause;
import io.channelkeeper.picture.MissingReason;
import io.channelkeeper.picture.ReadingGap;
import io.channelkeeper.picture.PictureStanding;

/**
 * Why there is no picture, or no newer one than is shown (P-1, P-2, P-5, B-14, H-16).
 *
 * @param reason why
 * @param channel the channel that is nearest to one, or null when there is none
 * @param picture what is known of that channel's picture, or null for nothing
 */
public record PictureGap(Reason reason, @Nullable ChannelGlimpse channel, @Nullable PictureStanding picture) {

	/** Whether an older picture is shown meanwhile. */
	public boolean isShown() {
		return address(this.picture) != null;
	}

	/** What a channel's picture lacks, or empty when there is one of this cycle. */
	static Optional<PictureGap> of(ChannelGlimpse channel, @Nullable PictureStanding picture) {
		boolean current = address(picture) != null && picture != null && !picture.outdated()
				&& picture.gap() != ReadingGap.PRIVATE && picture.gap() != ReadingGap.PERSONAL
				&& !channel.state().isInterrupted() && channel.state() != ConnectionState.NOT_ELIGIBLE;
		return current ? Optional.empty() : Optional.of(new PictureGap(reason(channel, picture), channel, picture));
	}

	/**
	 * The same of a creator: what the shown channel's picture lacks, or why no channel
	 * has one; null when all is well, or when a member uploaded it.
	 * @param shown the path of the one that is shown, or null
	 */
	static @Nullable PictureGap of(@Nullable String shown, Collection<ChannelGlimpse> channels,
			Map<UUID, PictureStanding> pictures) {
		List<Optional<PictureGap>> gaps = channels.stream()
			.filter((channel) -> shown == null || shown.equals(address(pictures.get(channel.id()))))
			.map((channel) -> of(channel, pictures.get(channel.id())))
			.toList();
		if (gaps.stream().anyMatch(Optional::isEmpty) || (shown != null && gaps.isEmpty())) {
			return null;
		}
		return gaps.stream()
			.flatMap(Optional::stream)
			.min(Comparator.comparing(PictureGap::reason))
			.orElseGet(() -> new PictureGap(Reason.NO_CHANNEL, null, null));
	}

	private static @Nullable String address(@Nullable PictureStanding picture) {
		return (picture != null) ? picture.address() : null;
	}

	private static Reason reason(ChannelGlimpse channel, @Nullable PictureStanding picture) {
		ReadingGap gap = (picture != null) ? picture.gap() : null;
		MissingReason missing = (picture != null) ? picture.missing() : null;
		return switch (channel.state()) {
			case EXPIRED, INVALID, UNREADABLE -> interrupted(channel.cause());
			case NOT_ELIGIBLE -> ineligible(channel.ineligible());
			case CONNECTED, EXPIRING -> (gap != null) ? held(gap) : missed(missing, picture);
			case INVITED -> (gap != null && gap.isClosed()) ? held(gap) : unconnected(picture, Reason.INVITED);
			case NOT_CONNECTED, DISCONNECTED -> (gap != null) ? held(gap) : unconnected(picture, Reason.NOT_CONNECTED);
		};
	}

	private static Reason interrupted(@Nullable Cause cause) {
		if (cause == Cause.PAGE_NOT_PUBLIC) {
			return Reason.PRIVATE;
		}
		return (cause == Cause.NOT_PROFESSIONAL) ? Reason.PERSONAL : Reason.INTERRUPTED;
	}

	/** What strangers see counts where they were shown something, or soon will be. */
	private static Reason unconnected(@Nullable PictureStanding picture, Reason otherwise) {
		if (picture == null || picture.gap() != null) {
			return otherwise;
		}
		boolean shown = picture.awaited() || picture.missing() != null || picture.address() != null;
		return shown ? missed(picture.missing(), picture) : otherwise;
	}

	private static Reason ineligible(Ineligibility.@Nullable Reason reason) {
		return switch (reason) {
			case PRIVATE -> Reason.PRIVATE;
			case NOT_SHOWN -> Reason.NOT_SHOWN;
			case PERSONAL -> Reason.PERSONAL;
			case null -> Reason.PERSONAL;
		};
	}

	private static Reason held(ReadingGap gap) {
		return switch (gap) {
			case PRIVATE -> Reason.PRIVATE;
			case PERSONAL -> Reason.PERSONAL;
			case NOT_SHOWN -> Reason.NOT_SHOWN;
			case INTERRUPTED -> Reason.INTERRUPTED;
			case NO_LOOK_UP -> Reason.NO_LOOK_UP;
			case NOT_CONNECTED -> Reason.NOT_CONNECTED;
		};
	}

	private static Reason missed(@Nullable MissingReason missing, @Nullable PictureStanding picture) {
		return switch (missing) {
			case FAILED_HERE -> Reason.FAILED_HERE;
			case UNREACHABLE, GONE -> Reason.NO_ANSWER;
			case TOO_LARGE -> Reason.TOO_LARGE;
			case NOT_AN_IMAGE -> Reason.NOT_AN_IMAGE;
			case NOT_ALLOWED -> Reason.NOT_ALLOWED;
			case NO_PICTURE -> Reason.NO_PICTURE;
			case null -> unread(picture);
		};
	}

	/** Where nothing is fetched by itself, only what somebody asked for is planned. */
	private static Reason unread(@Nullable PictureStanding picture) {
		if (picture == null || picture.awaited()) {
			return Reason.PENDING;
		}
		if (picture.automatic()) {
			return Reason.WAITING;
		}
		return (picture.nextAttemptAt() != null) ? Reason.PENDING : Reason.NOT_AUTOMATIC;
	}

	/** The reasons, the one nearest to a picture first. */
	public enum Reason {

		/** It is on its way. */
		PENDING,

		/** Its turn comes with the next cycle. */
		WAITING,

		/** It comes when somebody asks for it: nothing is fetched by itself. */
		NOT_AUTOMATIC,

		/** Something of our own went wrong. */
		FAILED_HERE,

		/** The network did not answer, or no longer had it. */
		NO_ANSWER,

		/** Refused: too many bytes or pixels. */
		TOO_LARGE,

		/** Refused: what came is no image. */
		NOT_AN_IMAGE,

		/** Refused: not from where the network keeps its pictures. */
		NOT_ALLOWED,

		/** The network shows none. */
		NO_PICTURE,

		/** The connection is expired, invalid or cannot be read. */
		INTERRUPTED,

		/** The creator has not connected yet. */
		INVITED,

		/** The channel is not connected, or was disconnected. */
		NOT_CONNECTED,

		/** The network shows strangers nothing, and the channel is not connected. */
		NO_LOOK_UP,

		/** Private: nothing is fetched by itself (P-5). */
		PRIVATE,

		/** A personal account. */
		PERSONAL,

		/** The network shows nothing under that handle. */
		NOT_SHOWN,

		/** There is no channel. */
		NO_CHANNEL;

		/** Whether it has to do with which profiles are read at all (P-10). */
		public boolean isPolicy() {
			return this == PRIVATE || this == PERSONAL || this == NOT_SHOWN;
		}

		/** Whether attempts say something: what waits for a person is not tried. */
		public boolean isAttempted() {
			return !isPolicy() && this != INVITED && this != NOT_CONNECTED;
		}

		/** Whether another look at the network may bring it. */
		public boolean isFetchable() {
			return compareTo(NO_PICTURE) <= 0;
		}

	}

}
