package io.channelkeeper.picture;

import java.time.Clock;
import java.time.Duration;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import io.channelkeeper.creator.CreatorService;

/**
 * Pictures as an application sees them whose bucket does not answer.
 */
@Component
public class AwayPictures {

	private final ShownPictures shown;

	private final PictureService service;

	private final AwaitedPictures awaited;

	private final CreatorPictures uploads;

	AwayPictures(JdbcClient jdbc, Clock clock, OfferedChannelPictures offered, CreatorPictureRows creators,
			PictureCalendar calendar, TransactionTemplate transaction, PictureNormalizer normalizer,
			CreatorService creatorService, PictureProperties properties) {
		PictureLedger ledger = new PictureLedger(jdbc, clock);
		PictureBucketProperties nowhere = new PictureBucketProperties("http://127.0.0.1:1", "", "pictures", "a", "b",
				"");
		PictureBytes bytes = new BucketPictureBytes(
				new PictureBucket(nowhere, Duration.ofMillis(200), Duration.ofMillis(500), clock), ledger,
				new DatabasePictureBytes(jdbc, ledger, clock));
		PictureAlbum album = new PictureAlbum(jdbc, bytes, calendar);
		this.shown = new ShownPictures(bytes, jdbc, transaction);
		this.service = new PictureService(album, offered, creators);
		this.awaited = new AwaitedPictures(album, this.service, offered);
		this.uploads = new CreatorPictures(new CreatorPictureRows(jdbc, this.shown, clock), normalizer, creatorService,
				properties);
	}

	ShownPictures shown() {
		return this.shown;
	}

	public PictureService service() {
		return this.service;
	}

	public AwaitedPictures awaited() {
		return this.awaited;
	}

	public CreatorPictures uploads() {
		return this.uploads;
	}

}
