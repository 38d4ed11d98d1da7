package io.channelkeeper.picture;

import java.awt.Color;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.picture.CreatorPicture.Source;
import io.channelkeeper.portfolio.PortfolioRows;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

@ApplicationTest
class CreatorPicturesTests {

	private static final byte[] RED = TestPictures.plain(Color.RED, 200, 300, "png");

	private static final byte[] BLUE = TestPictures.plain(Color.BLUE, 200, 300, "png");

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	PortfolioRows rows;

	@Autowired
	FetchedPictures fetched;

	@Autowired
	CreatorPictures pictures;

	@Autowired
	PictureService service;

	@Autowired
	PictureStore store;

	@Autowired
	ChannelService channels;

	@Autowired
	MockMvc mvc;

	@Autowired
	JdbcClient jdbc;

	private Viewer admin;

	private UUID ana;

	private UUID small;

	private UUID large;

	private String smallOne;

	private String largeOne;

	@BeforeEach
	void makeTwoChannels() {
		this.admin = this.organizations.make("Bistro");
		this.ana = this.creators.ana(this.admin);
		this.small = channel("instagram", 100);
		this.large = channel("tiktok", 2000);
		this.smallOne = this.fetched.show(this.admin, this.small, "small");
		this.largeOne = this.fetched.show(this.admin, this.large, "large");
	}

	@Test
	void showsTheMostFollowedChannel() {
		assertThat(standing())
			.isEqualTo(new CreatorPicture(this.ana, this.largeOne, Source.BEST, this.large, null, null));
	}

	@Test
	void aConnectedChannelComesFirst() {
		UUID login = this.rows.connect(this.admin, this.small, Duration.ofDays(90));
		assertThat(standing().address()).isEqualTo(this.smallOne);
		this.jdbc.sql("update social_login set deadline = connected_at where id = ?").param(login).update();
		assertThat(standing().address()).isEqualTo(this.largeOne);
	}

	@Test
	void theChannelAddedFirstBreaksTheTie() {
		this.jdbc.sql("update channel set followers = null, added_at = added_at + interval '1 day' * ? where id = ?")
			.params(-1, this.small)
			.update();
		this.jdbc.sql("update channel set followers = null where id = ?").param(this.large).update();
		assertThat(standing().address()).isEqualTo(this.smallOne);
		this.jdbc.sql("update channel set followers = 0 where id = ?").param(this.large).update();
		assertThat(standing().address()).isEqualTo(this.largeOne);
	}

	@Test
	void aChosenChannelBeatsTheBest() {
		within(() -> this.pictures.useChannel(this.admin, this.ana, this.small));
		assertThat(standing())
			.isEqualTo(new CreatorPicture(this.ana, this.smallOne, Source.CHOSEN, this.small, null, null));
		within(() -> this.channels.archive(this.admin, this.small));
		assertThat(standing().source()).isEqualTo(Source.BEST);
		assertThat(standing().address()).isEqualTo(this.largeOne);
	}

	@Test
	@DisplayName("P-14: an uploaded picture stays until a channel's is asked for again")
	void anUploadBeatsEverything() {
		Viewer mia = this.organizations.member(this.admin, Role.MARKETER);
		within(() -> this.pictures.useChannel(this.admin, this.ana, this.small));
		within(() -> upload(mia, this.ana, RED));
		CreatorPicture uploaded = standing();
		assertThat(uploaded.source()).isEqualTo(Source.UPLOADED);
		assertThat(uploaded.uploadedBy()).isEqualTo("Mia Marketer");
		assertThat(uploaded.uploadedAt()).isNotNull();
		assertThat(uploaded.channelId()).as("comes back").isEqualTo(this.small);
		this.fetched.show(this.admin, this.small, "a newer one");
		assertThat(standing().address()).isEqualTo(uploaded.address()).isNotIn(this.smallOne, this.largeOne);
		assertThat(within(() -> this.service.ofCreators(List.of(this.ana)))).containsValue(uploaded.address());
		within(() -> this.pictures.useBest(mia, this.ana));
		assertThat(standing().address()).isEqualTo(this.largeOne);
	}

	@Test
	void theNextUploadTakesThePlaceOfTheLast() {
		long before = this.fetched.kept(this.admin);
		within(() -> upload(this.admin, this.ana, RED));
		within(() -> upload(this.admin, this.ana, BLUE));
		assertThat(this.fetched.kept(this.admin)).isEqualTo(before + 1);
		within(() -> this.pictures.useChannel(this.admin, this.ana, this.large));
		assertThat(this.fetched.kept(this.admin)).isEqualTo(before);
	}

	@Test
	void keepsBytesThatSomebodyElseShows() {
		UUID ben = this.creators.named(this.admin, "Ben");
		within(() -> upload(this.admin, this.ana, RED));
		within(() -> upload(this.admin, ben, RED));
		String address = Objects.requireNonNull(standing().address());
		within(() -> this.pictures.useBest(this.admin, this.ana));
		assertThat(content(address)).isTrue();
		this.jdbc.sql("update channel_picture set hash = ? where channel_id = ?")
			.params(address.substring("/pictures/".length()), this.large)
			.update();
		within(() -> this.pictures.useBest(this.admin, ben));
		assertThat(content(address)).isTrue();
	}

	@Test
	@DisplayName("P-10: what a channel forgets stays where a member uploaded the same")
	void aChannelForgetsNotWhatWasUploaded() {
		within(() -> upload(this.admin, this.ana, RED));
		String address = Objects.requireNonNull(standing().address());
		this.jdbc.sql("update channel_picture set hash = ? where channel_id = ?")
			.params(address.substring("/pictures/".length()), this.large)
			.update();
		this.store.offer(this.admin.organizationId(), this.large, URI.create("http://localhost:1/picture"));
		DuePicture due = this.store.claim(this.large).orElseThrow();
		this.store.keep(due, new PictureNormalizer(new PictureDecoders()).normalize(BLUE), "source");
		assertThat(content(address)).isTrue();
		this.jdbc.sql("update channel_picture set hash = ? where channel_id = ?")
			.params(address.substring("/pictures/".length()), this.large)
			.update();
		this.store.forget(this.admin.organizationId(), this.large);
		assertThat(content(address)).isTrue();
	}

	@Test
	void aCreatorWithAnUploadMissesNone() throws Exception {
		UUID ben = this.creators.named(this.admin, "Ben");
		assertThat(missing()).contains("/creators/" + ben).doesNotContain("/creators/" + this.ana);
		within(() -> upload(this.admin, ben, RED));
		assertThat(missing()).doesNotContain("/creators/" + ben);
	}

	@Test
	void anotherOrganizationFindsNoCreator() {
		Viewer other = this.organizations.make("Atelier");
		UUID theirs = this.creators.named(other, "Eve");
		assertNotFound(() -> this.pictures.standing(theirs));
		assertNotFound(() -> upload(this.admin, theirs, RED));
		assertNotFound(() -> this.pictures.useBest(this.admin, theirs));
		assertNotFound(() -> this.pictures.useChannel(this.admin, theirs, this.large));
		assertNotFound(() -> this.pictures.useChannel(this.admin, this.creators.named(this.admin, "Ben"), this.large));
	}

	@Test
	void keepsWhatThereIsWhenTheFileIsNone() {
		within(() -> upload(this.admin, this.ana, RED));
		CreatorPicture before = standing();
		assertThatExceptionOfType(PictureMissingException.class)
			.isThrownBy(() -> within(() -> upload(this.admin, this.ana, new byte[0])));
		assertThat(standing()).isEqualTo(before);
	}

	private String missing() throws Exception {
		return this.mvc
			.perform(get("/portfolio").param("picture", "missing").with(this.organizations.signedIn(this.admin)))
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	private UUID channel(String network, long followers) {
		UUID id = this.rows.channel(this.admin, this.ana, network, "anakocht");
		this.jdbc.sql("update channel set followers = ? where id = ?").params(followers, id).update();
		return id;
	}

	private void upload(Viewer viewer, UUID creator, byte[] file) {
		this.pictures.upload(viewer, creator, () -> file, Crop.MIDDLE);
	}

	private CreatorPicture standing() {
		return within(() -> this.pictures.standing(this.ana));
	}

	private boolean content(String address) {
		return within(() -> this.service.content(new PictureAddress(address.substring("/pictures/".length()), 96)))
			.isPresent();
	}

	private void assertNotFound(Runnable deed) {
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> within(deed));
	}

	private void within(Runnable work) {
		Tenancy.within(this.admin.organizationId(), work);
	}

	private <T> T within(java.util.function.Supplier<T> work) {
		return Tenancy.within(this.admin.organizationId(), work);
	}

}
