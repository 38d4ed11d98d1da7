package io.channelkeeper.picture;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import io.channelkeeper.connection.ChannelProfiles;
import io.channelkeeper.connection.ProfileReading;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.Tenancy;

/**
 * Reads a channel's profile, fetches the picture that it shows, and notes what came of
 * it.
 */
@Component
class ReadingDesk {

	private static final Logger log = LoggerFactory.getLogger(ReadingDesk.class);

	/** Where a network does not say how long it wants to be left alone. */
	private static final Duration PAUSE = Duration.ofMinutes(1);

	private final ChannelProfiles profiles;

	private final ReadingRows rows;

	private final PictureStore store;

	private final PictureDesk desk;

	private final PictureCalendar calendar;

	ReadingDesk(ChannelProfiles profiles, ReadingRows rows, PictureStore store, PictureDesk desk,
			PictureCalendar calendar) {
		this.profiles = profiles;
		this.rows = rows;
		this.store = store;
		this.desk = desk;
		this.calendar = calendar;
	}

	/**
	 * Reads one channel's profile. Asks networks, so never inside a transaction.
	 * @return until when its network is to be left alone, as it wants that or pictures
	 * cannot be kept, or empty when nothing is said of others
	 */
	Optional<Instant> work(DueReading due) {
		try {
			ProfileReading reading = Tenancy.within(due.organizationId(), () -> this.profiles.read(due.channelId()));
			if (reading instanceof ProfileReading.Later(var until)) {
				this.rows.release(due);
				return Optional.of((until != null) ? until : this.calendar.now().plus(PAUSE));
			}
			if (reading instanceof ProfileReading.JustAsked(var pause)) {
				this.rows.putOff(due, pause);
				return Optional.empty();
			}
			this.rows.done(due, result(due, reading));
		}
		catch (NotFoundException ex) {
			this.rows.done(due, ReadingResult.archived());
		}
		catch (PictureOvertakenException ex) {
			log.info("Not kept: {}", ex.getMessage());
			this.rows.release(due);
		}
		catch (PicturesAwayException ex) {
			log.warn("The picture of channel {} waits: {}", due.channelId(), ex.getMessage());
			this.rows.release(due);
			return Optional.of(this.calendar.now().plus(PAUSE));
		}
		catch (RuntimeException ex) {
			log.warn("The profile of channel {} could not be read", due.channelId(), ex);
			this.rows.done(due, ReadingResult.failedHere());
		}
		return Optional.empty();
	}

	private ReadingResult result(DueReading due, ProfileReading reading) {
		return switch (reading) {
			case ProfileReading.Shown(var picture) -> fetch(due, picture);
			case ProfileReading.Closed(var reason) -> ReadingResult.gap(ReadingGap.of(reason));
			case ProfileReading.NoWay(var why) -> switch (why) {
				case NOT_CONNECTED -> ReadingResult.gap(ReadingGap.NOT_CONNECTED);
				case INTERRUPTED -> ReadingResult.gap(ReadingGap.INTERRUPTED);
				case NO_LOOK_UP -> ReadingResult.gap(ReadingGap.NO_LOOK_UP);
				case ARCHIVED -> ReadingResult.archived();
			};
			case ProfileReading.Unanswered _, ProfileReading.Later _, ProfileReading.JustAsked _ -> unanswered(due);
		};
	}

	private ReadingResult unanswered(DueReading due) {
		this.rows.begin(due, null, MissingReason.UNREACHABLE);
		return ReadingResult.unanswered();
	}

	private ReadingResult fetch(DueReading due, @Nullable URI picture) {
		if (picture == null) {
			this.rows.begin(due, null, MissingReason.NO_PICTURE);
			return ReadingResult.silhouette();
		}
		this.rows.begin(due, picture, null);
		return this.desk.fetch(this.store, picture(due, picture), due.etag(), false);
	}

	private static DuePicture picture(DueReading due, URI address) {
		return new DuePicture(due.organizationId(), due.channelId(), due.network(), address, due.sourceHash(), 1);
	}

}
