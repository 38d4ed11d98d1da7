package io.channelkeeper.picture;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.channel.ChannelDrifts;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.channel.Ineligibility.Reason;
import io.channelkeeper.channel.Ineligibility.Source;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.network.Networks;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ApplicationTest
class ForgottenPictureTests {

	@Autowired
	private TestOrganizations organizations;

	@Autowired
	private TestCreators creators;

	@Autowired
	private TestChannels channels;

	@Autowired
	private PictureStore store;

	@Autowired
	private ChannelService channelService;

	@Autowired
	private DatabasePictureBytes bytes;

	@Autowired
	private ShownPictures shown;

	@Autowired
	private PictureFetcher fetcher;

	@Autowired
	private Networks networks;

	@Autowired
	private ChannelDrifts drifts;

	@Autowired
	private JdbcClient jdbc;

	@Test
	@DisplayName("P-10: a picture that is forgotten while it is fetched is not kept after all")
	void keepsNothingThatWasForgotten() {
		Viewer viewer = this.organizations.make("Agency");
		UUID channel = this.channels.instagram(viewer, this.creators.ana(viewer), "anakocht");
		this.store.offer(viewer.organizationId(), channel, URI.create("http://localhost:1/picture"));
		DuePicture due = this.store.claim(channel).orElseThrow();
		this.store.forget(viewer.organizationId(), channel);
		assertThatExceptionOfType(PictureOvertakenException.class).isThrownBy(() -> this.store.keep(due,
				new NormalizedPicture(
						Map.of(NormalizedPicture.LARGE, new byte[] { 1 }, NormalizedPicture.SMALL, new byte[] { 2 })),
				"source"));
		assertThat(this.jdbc.sql("select count(*) from picture where organization_id = ?")
			.param(viewer.organizationId())
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	@DisplayName("P-10: whoever is told a newer address keeps nothing of the one before, and says nothing of it")
	void keepsNothingOfAnAddressBefore() {
		Viewer viewer = this.organizations.make("Agency");
		UUID channel = this.channels.instagram(viewer, this.creators.ana(viewer), "anakocht");
		this.store.offer(viewer.organizationId(), channel, URI.create("http://localhost:1/one"));
		DuePicture due = this.store.claim(channel).orElseThrow();
		this.store.offer(viewer.organizationId(), channel, URI.create("http://localhost:1/another"));
		assertThatExceptionOfType(PictureOvertakenException.class)
			.isThrownBy(() -> this.store.missing(due, MissingReason.GONE, null));
		assertThatExceptionOfType(PictureOvertakenException.class).isThrownBy(() -> this.store.unchanged(due));
		this.store.putOff(due, null);
		assertThat(this.store.claim(channel)).get()
			.extracting(DuePicture::address)
			.isEqualTo(URI.create("http://localhost:1/another"));
	}

	@Test
	@DisplayName("P-5, P-6: no address is tried again of who turned private or was archived")
	void claimsNothingOfThePrivateOrArchived() {
		Viewer viewer = this.organizations.make("Agency");
		UUID ana = this.channels.instagram(viewer, this.creators.ana(viewer), "anakocht");
		UUID ben = this.channels.instagram(viewer, this.creators.named(viewer, "Ben"), "ben");
		for (UUID channel : List.of(ana, ben)) {
			this.store.offer(viewer.organizationId(), channel, URI.create("http://localhost:1/picture"));
		}
		Tenancy.within(viewer.organizationId(), () -> {
			this.channelService.markIneligible(ana, Reason.PRIVATE, Source.MEMBER, viewer);
			this.channelService.archive(viewer, ben);
		});
		assertThat(this.store.claim(ana)).isEmpty();
		assertThat(this.store.claim(ben)).isEmpty();
	}

	@Test
	@DisplayName("What fails here for no known reason is tried again later each time, and not for ever")
	void putsOffWhatFailsHere() {
		Viewer viewer = this.organizations.make("Agency");
		UUID channel = this.channels.add(viewer, this.creators.ana(viewer), TestChannels.address("tiktok", "anakocht"));
		MovingClock clock = new MovingClock(Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(1)));
		PictureStore late = new PictureStore(this.jdbc, clock, this.bytes, this.shown);
		PictureDesk broken = new PictureDesk(this.fetcher, new PictureNormalizer(new PictureDecoders()) {
			@Override
			NormalizedPicture normalize(byte[] source) {
				throw new CompletionException(new StackOverflowError());
			}
		}, this.networks, this.drifts);
		late.offer(viewer.organizationId(), channel, PictureHost.TIKTOK.serve(new byte[] { 1 }));
		for (Duration pause : List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1),
				Duration.ofHours(6))) {
			assertThat(broken.work(late, channel)).get()
				.extracting((done) -> Objects.requireNonNull(done.result()).reason())
				.isEqualTo(MissingReason.FAILED_HERE.name());
			clock.move(pause.minusSeconds(1));
			assertThat(late.claim(channel)).isEmpty();
			clock.move(Duration.ofSeconds(1));
		}
		assertThat(broken.work(late, channel)).get()
			.extracting((done) -> Objects.requireNonNull(done.result()).next())
			.isEqualTo(ReadingResult.Next.SOON);
		clock.move(Duration.ofDays(1));
		assertThat(late.claim(channel)).isEmpty();
	}

}
