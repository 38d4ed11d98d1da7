package io.channelkeeper.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import practice.PracticeClock;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * The same promises kept by the database and by a real S3 server. Time here is long gone,
 * so that nothing is swept, removed or moved but what these tests have put.
 */
@ApplicationTest
class PictureBytesTests {

	private static final String BUCKET = "pictures";

	private static BucketServer server;

	private static PictureBucket bucket;

	private static final PracticeClock CLOCK = new PracticeClock();

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	TestChannels channels;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	PictureLedger ledger;

	DatabasePictureBytes table;

	Viewer viewer;

	@BeforeAll
	static void startServer() {
		CLOCK.advance(Duration.ofDays(-3650));
		server = new BucketServer();
		server.make(BUCKET);
		bucket = bucket(BucketServer.SECRET_KEY);
	}

	@AfterAll
	static void stopServer() {
		bucket.close();
		server.close();
	}

	@BeforeEach
	void makeAnOrganization() {
		this.ledger = new PictureLedger(this.jdbc, CLOCK);
		this.table = new DatabasePictureBytes(this.jdbc, this.ledger, CLOCK);
		this.viewer = this.organizations.make("Bistro");
		CLOCK.advance(Duration.ofDays(2));
	}

	@ParameterizedTest
	@EnumSource
	void keepsEachSizeForItsOrganizationAlone(Place place) {
		PictureBytes bytes = bytes(place);
		NormalizedPicture picture = picture();
		bytes.put(organization(), picture);
		bytes.put(organization(), picture);

		for (int size : NormalizedPicture.SIZES) {
			assertThat(bytes.get(organization(), picture.hash(), size)).hasValueSatisfying((stored) -> {
				assertThat(content(stored)).isEqualTo(picture.content(size));
				assertThat(stored.contentType()).isEqualTo("image/jpeg");
			});
		}
		UUID other = this.organizations.make("Atelier").organizationId();
		assertThat(bytes.has(organization(), picture.hash())).isTrue();
		assertThat(bytes.get(organization(), picture.hash(), 97)).isEmpty();
		assertThat(bytes.has(other, picture.hash())).isFalse();
		assertThat(bytes.get(other, picture.hash(), 96)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void forgetsWhatNothingShowsAnyMore(Place place) {
		PictureBytes bytes = bytes(place);
		ShownPictures shown = new ShownPictures(bytes, this.jdbc, this.transaction);
		NormalizedPicture picture = picture();
		UUID one = channel("anakocht");
		UUID another = channel("anabackt");
		shown.keep(organization(), picture, () -> show(one, picture));
		shown.keep(organization(), picture, () -> show(another, picture));
		CLOCK.advance(PictureLedger.AT_WORK);

		this.transaction.executeWithoutResult((status) -> shown.change(organization(), () -> hide(one, picture)));
		assertThat(bytes.get(organization(), picture.hash(), 96)).isPresent();

		this.transaction.executeWithoutResult((status) -> shown.change(organization(), () -> hide(another, picture)));
		assertThat(bytes.get(organization(), picture.hash(), 96)).isEmpty();
		await().untilAsserted(() -> assertGone(picture));
	}

	@ParameterizedTest
	@EnumSource
	void sweepsAfterADayWhatNothingEverShowed(Place place) {
		PictureBytes bytes = bytes(place);
		PictureUpkeep upkeep = new PictureUpkeep(bytes, this.ledger,
				new ShownPictures(bytes, this.jdbc, this.transaction));
		NormalizedPicture picture = picture();
		bytes.put(organization(), picture);

		CLOCK.advance(Duration.ofHours(23));
		sweep(upkeep);
		assertThat(bytes.get(organization(), picture.hash(), 512)).isPresent();

		CLOCK.advance(Duration.ofHours(1));
		sweep(upkeep);
		assertThat(bytes.has(organization(), picture.hash())).isFalse();
		await().untilAsserted(() -> assertGone(picture));
	}

	@Test
	void bucketRefusesAWrongSecret() {
		try (PictureBucket stranger = bucket("wrong")) {
			NormalizedPicture picture = picture();
			assertThatExceptionOfType(PicturesAwayException.class)
				.isThrownBy(
						() -> new BucketPictureBytes(stranger, this.ledger, this.table).put(organization(), picture))
				.havingCause()
				.withMessageContaining("403");
			assertThat(bucket.get(name(picture).key(512))).isEmpty();
		}
	}

	@Test
	void bucketIsNotCalledInsideOfATransaction() {
		assertThatIllegalStateException().isThrownBy(() -> this.transaction
			.executeWithoutResult((status) -> bytes(Place.BUCKET).put(organization(), picture())));
	}

	@Test
	void showsNothingThatCouldNotBeKept() {
		PictureHost silent = new PictureHost();
		PictureBucketProperties settings = new PictureBucketProperties(silent.neverAnswer().toString(), "", BUCKET, "a",
				"b", "");
		NormalizedPicture picture = picture();
		UUID channel = channel("anakocht");
		try (silent;
				PictureBucket away = new PictureBucket(settings, Duration.ofMillis(200), Duration.ofMillis(200),
						CLOCK)) {
			BucketPictureBytes bytes = new BucketPictureBytes(away, this.ledger, this.table);
			assertThatExceptionOfType(PicturesAwayException.class)
				.isThrownBy(() -> new ShownPictures(bytes, this.jdbc, this.transaction).keep(organization(), picture,
						() -> show(channel, picture)));
			assertThatExceptionOfType(PicturesAwayException.class)
				.isThrownBy(() -> bytes.get(organization(), picture.hash(), 96))
				.withMessageContaining("a moment ago");
		}
		assertThat(this.jdbc.sql("select count(*) from channel_picture where channel_id = ?")
			.param(channel)
			.query(Long.class)
			.single()).isZero();
		bytes(Place.BUCKET).put(organization(), picture);
		assertThat(bucket.get(name(picture).key(96))).isPresent();
	}

	@Test
	void movesToTheBucketWhatLayInTheDatabase() {
		PictureBytes bytes = bytes(Place.BUCKET);
		NormalizedPicture picture = picture();
		this.table.put(organization(), picture);
		assertThat(bytes.get(organization(), picture.hash(), 96)).isPresent();

		CLOCK.advance(PictureLedger.AT_WORK);
		bytes.tidy();
		bytes.tidy();

		assertThat(this.table.get(organization(), picture.hash(), 96)).isEmpty();
		assertThat(bytes.get(organization(), picture.hash(), 96)).map(PictureBytesTests::content)
			.contains(picture.content(96));
	}

	@Test
	void removesLaterWhatCouldNotBeRemovedAtOnce() {
		NormalizedPicture picture = picture();
		bytes(Place.BUCKET).put(organization(), picture);
		CLOCK.advance(PictureLedger.AT_WORK);
		try (PictureBucket stranger = bucket("wrong")) {
			ShownPictures shown = new ShownPictures(new BucketPictureBytes(stranger, this.ledger, this.table),
					this.jdbc, this.transaction);
			this.transaction
				.executeWithoutResult((status) -> shown.change(organization(), () -> List.of(picture.hash())));
		}
		bytes(Place.BUCKET).tidy();
		assertThat(bucket.get(name(picture).key(96))).isPresent();

		CLOCK.advance(PictureLedger.AT_WORK);
		bytes(Place.BUCKET).tidy();
		assertGone(picture);
	}

	@Test
	void doesNotPutWhatIsBeingRemoved() {
		PictureBytes bytes = bytes(Place.BUCKET);
		NormalizedPicture picture = picture();
		bytes.put(organization(), picture);
		this.ledger.leave(name(picture));

		assertThatExceptionOfType(PicturesAwayException.class).isThrownBy(() -> bytes.put(organization(), picture));
		CLOCK.advance(PictureLedger.AT_WORK);
		bytes.put(organization(), picture);
		bytes.tidy();
		assertThat(bytes.get(organization(), picture.hash(), 96)).isPresent();
	}

	private void sweep(PictureUpkeep upkeep) {
		upkeep.sweep();
		upkeep.tidy();
	}

	/** Neither a row nor an object. */
	private void assertGone(NormalizedPicture picture) {
		assertThat(this.jdbc.sql("select count(*) from picture where organization_id = ?")
			.param(organization())
			.query(Long.class)
			.single()).isZero();
		NormalizedPicture.SIZES.forEach((size) -> assertThat(bucket.get(name(picture).key(size))).isEmpty());
	}

	private List<String> show(UUID channel, NormalizedPicture picture) {
		this.jdbc.sql("insert into channel_picture (channel_id, organization_id, hash) values (?, ?, ?)")
			.params(channel, organization(), picture.hash())
			.update();
		return List.of();
	}

	private List<String> hide(UUID channel, NormalizedPicture picture) {
		this.jdbc.sql("update channel_picture set hash = null where channel_id = ?").param(channel).update();
		return List.of(picture.hash());
	}

	private UUID channel(String handle) {
		return this.channels.instagram(this.viewer, this.creators.ana(this.viewer), handle);
	}

	private UUID organization() {
		return this.viewer.organizationId();
	}

	private PictureName name(NormalizedPicture picture) {
		return new PictureName(organization(), picture.hash());
	}

	private PictureBytes bytes(Place place) {
		return (place == Place.BUCKET) ? new BucketPictureBytes(bucket, this.ledger, this.table) : this.table;
	}

	private static PictureBucket bucket(String secretKey) {
		return new PictureBucket(server.settings(BUCKET, secretKey), Duration.ofSeconds(3), Duration.ofSeconds(10),
				CLOCK);
	}

	/** Bytes that nobody else has. */
	private static NormalizedPicture picture() {
		return new NormalizedPicture(
				Map.of(NormalizedPicture.LARGE, Ids.next().toString().getBytes(StandardCharsets.UTF_8),
						NormalizedPicture.SMALL, new byte[] { 1, 2, 3 }));
	}

	private static byte[] content(StoredPicture stored) {
		try {
			return stored.content().getContentAsByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Where pictures may lie. */
	enum Place {

		DATABASE, BUCKET

	}

}
