package io.channelkeeper.portfolio;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.channel.Ineligibility;
import io.channelkeeper.picture.MissingReason;
import io.channelkeeper.picture.PictureStanding;

/**
 * Why there is no picture, or none of today (P-1, P-2, P-5, H-16).
 *
 * @param reason why
 * @param channel the channel that is nearest to one, or null when there is none
 * @param nextAttempt when it is tried again, or null
 */
public record PictureGap(Reason reason, @Nullable ChannelGlimpse channel, @Nullable Instant nextAttempt) {

	/** Why there is no picture of a channel, or empty when there is one. */
	static Optional<PictureGap> of(ChannelGlimpse channel, @Nullable PictureStanding picture) {
		if (picture != null && picture.address() != null) {
			return Optional.empty();
		}
		Reason reason = switch (channel.state()) {
			case CONNECTED, EXPIRING -> reason((picture != null) ? picture.missing() : null);
			case EXPIRED, INVALID, UNREADABLE -> Reason.INTERRUPTED;
			case NOT_ELIGIBLE -> ineligible(channel.ineligible());
			case INVITED -> Reason.INVITED;
			case NOT_CONNECTED, DISCONNECTED -> Reason.NOT_CONNECTED;
		};
		return Optional.of(new PictureGap(reason, channel, (picture != null) ? picture.nextAttemptAt() : null));
	}

	/**
	 * The same of a creator: why there is no picture at all, or why the one that is shown
	 * gets no newer; null when all is well.
	 * @param picture the path of the one that is shown, or null
	 */
	static @Nullable PictureGap of(@Nullable String picture, Collection<ChannelGlimpse> channels,
			Map<UUID, PictureStanding> pictures) {
		if (picture == null) {
			return of(channels, pictures);
		}
		List<ChannelGlimpse> shown = channels.stream()
			.filter((channel) -> picture.equals(address(pictures.get(channel.id()))))
			.toList();
		return (!shown.isEmpty() && shown.stream().allMatch((channel) -> channel.state().isInterrupted()))
				? new PictureGap(Reason.STALE, shown.getFirst(), null) : null;
	}

	private static @Nullable String address(@Nullable PictureStanding picture) {
		return (picture != null) ? picture.address() : null;
	}

	/** Why a creator without any picture has none: what the nearest channel lacks. */
	static PictureGap of(Collection<ChannelGlimpse> channels, Map<UUID, PictureStanding> pictures) {
		return channels.stream()
			.map((channel) -> of(channel, pictures.get(channel.id())).orElse(null))
			.filter(Objects::nonNull)
			.min(Comparator.comparing(PictureGap::reason))
			.orElseGet(() -> new PictureGap(Reason.NO_CHANNEL, null, null));
	}

	private static Reason ineligible(Ineligibility.@Nullable Reason reason) {
		return switch (reason) {
			case PRIVATE -> Reason.PRIVATE;
			case NOT_SHOWN -> Reason.NOT_SHOWN;
			case PERSONAL -> Reason.PERSONAL;
			case null -> Reason.PERSONAL;
		};
	}

	private static Reason reason(@Nullable MissingReason missing) {
		return switch (missing) {
			case null -> Reason.PENDING;
			case UNREACHABLE, GONE -> Reason.NO_ANSWER;
			case TOO_LARGE -> Reason.TOO_LARGE;
			case NOT_AN_IMAGE -> Reason.NOT_AN_IMAGE;
			case NOT_ALLOWED -> Reason.NOT_ALLOWED;
			case NO_PICTURE -> Reason.NO_PICTURE;
		};
	}

	/** The reasons, the one nearest to a picture first. */
	public enum Reason {

		/** There is one, but no newer one comes while the connection is interrupted. */
		STALE,

		/** It is on its way. */
		PENDING,

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

		/** Nobody was asked. */
		NOT_CONNECTED,

		/** Private: nothing is fetched by itself (P-5). */
		PRIVATE,

		/** A personal account. */
		PERSONAL,

		/** The network shows nothing under that handle. */
		NOT_SHOWN,

		/** There is no channel. */
		NO_CHANNEL

	}

}
