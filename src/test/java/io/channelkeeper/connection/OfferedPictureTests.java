package io.channelkeeper.connection;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import practice.facebook.PictureMode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.picture.PictureService;
import io.channelkeeper.picture.PictureStanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * Handle and picture are what can be seen of another account until a member decides
 * (B-5).
 */
class OfferedPictureTests extends SignInScene {

	private static final String KEPT = "offered_channel_picture where hash is not null and organization_id";

	@Autowired
	OfferedChannels offers;

	@Autowired
	ConnectionUpkeep upkeep;

	@Autowired
	CreatorService creatorService;

	@Autowired
	PictureService pictures;

	@Test
	@DisplayName("N-11: the bytes are fetched at once, and seen by members when it is offered")
	void isSeenByMembersOnceOffered() throws Exception {
		UUID attempt = wrongAccount();
		awaitPicture();
		UUID id = within(() -> this.offers.ofAttempt(attempt)).orElseThrow().id();
		assertThat(status(id, this.viewer)).isEqualTo(404);
		within(() -> this.offers.offer(attempt));
		MockHttpServletResponse picture = perform(get("/offers/{id}/picture", id), this.viewer);
		assertThat(picture.getStatus()).isEqualTo(200);
		assertThat(picture.getContentType()).isEqualTo("image/jpeg");
		assertThat(picture.getHeader("Cache-Control")).isEqualTo("max-age=3600, private");
		assertThat(status(id, this.organizations.member(this.viewer, Role.MARKETER))).isEqualTo(200);
		assertThat(creatorPage()).contains("src=\"/offers/" + id + "/picture\"");
	}

	@Test
	void isNothingToAnotherOrganization() throws Exception {
		UUID id = offered();
		Viewer stranger = this.organizations.make("Other");
		assertThat(status(id, stranger)).isEqualTo(404);
		assertThat(perform(get("/offers/{id}/picture?soon=true", id), stranger).getStatus()).isEqualTo(404);
		assertThat(this.mvc.perform(get("/offers/{id}/picture", id)).andReturn().getResponse().getStatus())
			.isEqualTo(302);
	}

	@Test
	void becomesTheChannelsWhenAccepted() throws Exception {
		UUID id = offered();
		NETWORKS.facebook().servePicture("finn_backstage", PictureMode.GONE);
		UUID channel = within(() -> this.offers.accept(this.viewer, id));
		PictureStanding standing = within(() -> this.pictures.standing(channel)).orElseThrow();
		String address = Objects.requireNonNull(standing.address());
		assertThat(standing.missing()).isNull();
		assertThat(perform(get(address), this.viewer).getStatus()).isEqualTo(200);
		assertThat(perform(get(address + "?size=512"), this.viewer).getStatus()).isEqualTo(200);
		assertThat(perform(get("/channels/{id}/picture", channel), this.viewer).getStatus()).isEqualTo(200);
		assertThat(count("offered_channel_picture")).isZero();
		assertThat(status(id, this.viewer)).isEqualTo(404);
	}

	@Test
	void takesNoNewerPictureAway() {
		UUID id = offered();
		NETWORKS.facebook().changePicture("finn_backstage");
		UUID known = channel("finn_backstage");
		connect(known, "finn");
		String newer = await().until(() -> within(() -> this.pictures.address(known)), (found) -> found.isPresent())
			.orElseThrow();
		within(() -> this.offers.accept(this.viewer, id));
		assertThat(within(() -> this.pictures.address(known))).contains(newer);
		assertThat(count("offered_channel_picture")).isZero();
	}

	@Test
	void goesWhenRefused() {
		UUID id = offered();
		within(() -> this.offers.refuse(this.viewer, id));
		assertThat(count("offered_channel_picture")).isZero();
	}

	@Test
	void goesWhenNobodyDecides() throws Exception {
		UUID id = offered();
		this.jdbc.sql("update offered_channel set expires_at = ? where id = ?")
			.params(ConnectionRows.at(ConnectionRows.NOW.minusSeconds(9_000_000)), id)
			.update();
		assertThat(status(id, this.viewer)).isEqualTo(404);
		assertThat(count(KEPT)).isEqualTo(1);
		this.upkeep.round();
		assertThat(count("offered_channel_picture")).isZero();
	}

	@Test
	void goesWithAnArchivedCreator() {
		offered();
		within(() -> this.creatorService.archive(this.viewer, this.creator, false));
		assertThat(count("offered_channel_picture")).isZero();
	}

	@Test
	void leavesInitialsWhereThereIsNone() throws Exception {
		NETWORKS.facebook().servePicture("finn_backstage", PictureMode.NOT_AN_IMAGE);
		UUID attempt = wrongAccount();
		await().until(() -> count("offered_channel_picture where next_attempt_at is null and organization_id") == 1);
		UUID id = within(() -> this.offers.offer(attempt)).id();
		assertThat(status(id, this.viewer)).isEqualTo(404);
		assertThat(perform(get("/offers/{id}/picture?soon=true", id), this.viewer).getContentType())
			.isEqualTo("image/svg+xml");
		assertThat(creatorPage()).doesNotContain("/offers/" + id + "/picture").contains("face face-64 face-ground-");
	}

	private UUID wrongAccount() {
		return connect(channel("finnotto"), "finn").attemptId();
	}

	private UUID offered() {
		UUID attempt = wrongAccount();
		awaitPicture();
		return within(() -> this.offers.offer(attempt)).id();
	}

	private void awaitPicture() {
		await().atMost(Duration.ofSeconds(15)).until(() -> count(KEPT) == 1);
	}

	private int status(UUID offer, Viewer reader) throws Exception {
		return perform(get("/offers/{id}/picture", offer), reader).getStatus();
	}

	private String creatorPage() throws Exception {
		return perform(get("/creators/{id}", this.creator), this.viewer).getContentAsString();
	}

	private MockHttpServletResponse perform(MockHttpServletRequestBuilder request, Viewer reader) throws Exception {
		return this.mvc.perform(request.with(this.organizations.signedIn(reader))).andReturn().getResponse();
	}

}
