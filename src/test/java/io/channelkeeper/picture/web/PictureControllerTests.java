package io.channelkeeper.picture.web;

import java.awt.Color;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.connection.ChannelConnected;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.picture.MissingReason;
import io.channelkeeper.picture.PictureHost;
import io.channelkeeper.picture.PictureService;
import io.channelkeeper.picture.PictureStanding;
import io.channelkeeper.picture.TestPictures;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApplicationTest
class PictureControllerTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	TestChannels channels;

	@Autowired
	PictureService pictures;

	@Autowired
	ApplicationEventPublisher events;

	@Autowired
	TransactionTemplate transaction;

	Viewer admin;

	UUID creator;

	UUID channel;

	@BeforeEach
	void makeAChannel() {
		this.admin = this.organizations.make("Bistro");
		this.creator = this.creators.ana(this.admin);
		this.channel = this.channels.add(this.admin, this.creator, TestChannels.address("tiktok", "anakocht"));
	}

	@Test
	void servesThePictureOfAConnectedChannel() throws Exception {
		String address = connected(Color.RED);

		this.mvc.perform(get(address).with(this.organizations.signedIn(this.admin)))
			.andExpect(status().isOk())
			.andExpect(content().contentType("image/jpeg"))
			.andExpect(header().string("X-Content-Type-Options", "nosniff"))
			.andExpect(header().string("Cache-Control", "max-age=31536000, private, immutable"));
		this.mvc.perform(get(address + "?size=512").with(this.organizations.signedIn(this.admin)))
			.andExpect(status().isOk());
		assertThat(Tenancy.within(this.admin.organizationId(), () -> this.pictures.ofCreators(List.of(this.creator))))
			.containsEntry(this.creator, address);
	}

	@Test
	void answersNotModifiedToWhoHasItAlready() throws Exception {
		String address = connected(Color.RED);
		String etag = this.mvc.perform(get(address).with(this.organizations.signedIn(this.admin)))
			.andReturn()
			.getResponse()
			.getHeader("ETag");

		this.mvc
			.perform(get(address).header("If-None-Match", Objects.requireNonNull(etag))
				.with(this.organizations.signedIn(this.admin)))
			.andExpect(status().isNotModified())
			.andExpect(content().string(""));
	}

	@Test
	void anotherOrganizationFindsNothing() throws Exception {
		String address = connected(Color.RED);

		this.mvc.perform(get(address).with(this.organizations.signedIn(this.organizations.make("Atelier"))))
			.andExpect(status().isNotFound());
	}

	@Test
	void nobodySeesItWithoutSigningIn() throws Exception {
		this.mvc.perform(get(connected(Color.RED))).andExpect(status().is3xxRedirection());
	}

	@Test
	void anUnknownHashOrSizeIsNotFound() throws Exception {
		String address = connected(Color.RED);

		this.mvc.perform(get("/pictures/..%2f..").with(this.organizations.signedIn(this.admin)))
			.andExpect(status().is4xxClientError());
		this.mvc.perform(get(address + "0").with(this.organizations.signedIn(this.admin)))
			.andExpect(status().isNotFound());
		this.mvc.perform(get(address + "?size=97").with(this.organizations.signedIn(this.admin)))
			.andExpect(status().isNotFound());
	}

	@Test
	void aNewPictureTakesThePlaceOfTheOld() throws Exception {
		String old = connected(Color.RED);
		String renewed = connected(Color.BLUE);

		assertThat(renewed).isNotEqualTo(old);
		this.mvc.perform(get(old).with(this.organizations.signedIn(this.admin))).andExpect(status().isNotFound());
	}

	@Test
	void saysWhyThereIsNone() {
		assertThat(missing(null)).isEqualTo(MissingReason.NO_PICTURE);
		assertThat(missing(PictureHost.TIKTOK.serve("<html>".getBytes(StandardCharsets.UTF_8))))
			.isEqualTo(MissingReason.NOT_AN_IMAGE);
		assertThat(missing(PictureHost.TIKTOK.serve(TestPictures.hugePng(30_000, 30_000))))
			.isEqualTo(MissingReason.TOO_LARGE);
		assertThat(missing(URI.create("https://evil.example/a.jpg"))).isEqualTo(MissingReason.NOT_ALLOWED);
	}

	@Test
	void keepsThePictureWhenTheNextOneIsNone() {
		String address = connected(Color.RED);

		missing(PictureHost.TIKTOK.serve("<html>".getBytes(StandardCharsets.UTF_8)));

		assertThat(Tenancy.within(this.admin.organizationId(), () -> this.pictures.address(this.channel)))
			.contains(address);
	}

	private String connected(Color color) {
		publish(PictureHost.TIKTOK.serve(TestPictures.plain(color, 600, 600, "png")));
		return Objects.requireNonNull(settled().address());
	}

	private MissingReason missing(@Nullable URI picture) {
		publish(picture);
		return Objects.requireNonNull(settled().missing());
	}

	private void publish(@Nullable URI picture) {
		ChannelConnected connected = new ChannelConnected(this.admin.organizationId(), Ids.next(), this.channel, "test",
				null, null, picture);
		this.transaction.executeWithoutResult((status) -> this.events.publishEvent(connected));
	}

	/** Waits until nothing is planned any more. */
	private PictureStanding settled() {
		return await().atMost(Duration.ofSeconds(15))
			.until(() -> Tenancy.within(this.admin.organizationId(), () -> this.pictures.standing(this.channel))
				.filter((standing) -> standing.attemptedAt() != null && !standing.awaited()),
					(standing) -> standing.isPresent())
			.orElseThrow();
	}

}
