package io.channelkeeper.picture.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.picture.AwayPictures;
import io.channelkeeper.picture.FetchedPictures;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;

@ApplicationTest
class PictureDeliveryTests {

	private static final byte[] CONTENT = "a picture for delivery".getBytes(StandardCharsets.UTF_8);

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	TestChannels channels;

	@Autowired
	FetchedPictures fetched;

	@Autowired
	AwayPictures away;

	@Autowired
	JdbcClient jdbc;

	Viewer viewer;

	UUID channel;

	String address;

	@BeforeEach
	void showAPicture() {
		this.viewer = this.organizations.make("Bistro");
		this.channel = channel(this.viewer);
		this.address = this.fetched.show(this.viewer, this.channel, CONTENT);
	}

	@Test
	void browsersKeepItForGoodUnderAStrongTag() throws Exception {
		MockHttpServletResponse answer = ask(get(this.address + "?size=512"));

		assertThat(answer.getStatus()).isEqualTo(200);
		assertThat(answer.getContentAsByteArray()).isEqualTo(CONTENT);
		assertThat(answer.getContentType()).isEqualTo("image/jpeg");
		assertThat(answer.getHeaders("ETag")).isEqualTo(List.of("\"" + hash() + "-512\""));
		assertThat(answer.getHeaders("Cache-Control")).isEqualTo(List.of("max-age=31536000, private, immutable"));
		assertThat(answer.getHeaders("X-Content-Type-Options")).isEqualTo(List.of("nosniff"));
	}

	@Test
	void readsNoByteForWhoHasItAlready() throws Exception {
		String tag = Objects.requireNonNull(ask(get(this.address)).getHeader("ETag"));
		takeBytesFromTheTable();

		MockHttpServletResponse known = ask(get(this.address).header("If-None-Match", "\"other\", " + tag));
		assertThat(known.getStatus()).isEqualTo(304);
		assertThat(known.getHeaders("ETag")).isEqualTo(List.of(tag));
		assertThat(known.getHeaders("Cache-Control")).isEqualTo(List.of("max-age=31536000, private, immutable"));
		assertThat(known.getContentAsByteArray()).isEmpty();
		MockHttpServletResponse gone = ask(get(this.address).header("If-None-Match", "\"other\""));
		assertThat(gone.getStatus()).isEqualTo(404);
		assertThat(gone.getHeader("Cache-Control")).doesNotContain("immutable");
	}

	@Test
	void saysHowLongItIsToWhoAsksForTheHeadAlone() throws Exception {
		MockHttpServletResponse answer = ask(head(this.address));

		assertThat(answer.getStatus()).isEqualTo(200);
		assertThat(answer.getContentLength()).isEqualTo(CONTENT.length);
		assertThat(answer.getContentType()).isEqualTo("image/jpeg");
	}

	@Test
	void saysThatItComesLaterWhileTheBucketIsAway() throws Exception {
		takeBytesFromTheTable();
		MockMvc mvc = MockMvcBuilders.standaloneSetup(new PictureController(this.away.service())).build();

		MockHttpServletResponse answer = Tenancy.call(this.viewer.organizationId(),
				() -> mvc.perform(get(this.address)).andReturn().getResponse());
		assertThat(answer.getStatus()).isEqualTo(503);
		assertThat(answer.getHeaders("Cache-Control")).isEqualTo(List.of("no-store"));
		assertThat(answer.getContentAsByteArray()).isEmpty();
		assertThat(Tenancy.within(this.viewer.organizationId(), () -> this.away.awaited().ofChannel(this.channel, true))
			.contentType()).isEqualTo("image/svg+xml");
	}

	@Test
	void equalContentIsEachOrganizationsOwn() throws Exception {
		Viewer other = this.organizations.make("Atelier");
		assertThat(ask(get(this.address), other).getStatus()).isEqualTo(404);

		assertThat(this.fetched.show(other, channel(other), CONTENT)).isEqualTo(this.address);
		this.jdbc.sql("delete from picture where organization_id = ?").param(this.viewer.organizationId()).update();
		assertThat(ask(get(this.address), other).getStatus()).isEqualTo(200);
		assertThat(ask(get(this.address)).getStatus()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "?size=97", "?size=-96", "?size=096", "?size=999999999999", "?size=big", "0", "%27--",
			"?size=96&size=512" })
	void whatNamesNoPictureIsNotFound(String rest) throws Exception {
		assertThat(this.mvc.perform(get(URI.create(this.address + rest)).with(this.organizations.signedIn(this.viewer)))
			.andReturn()
			.getResponse()
			.getStatus()).isEqualTo(404);
	}

	private UUID channel(Viewer owner) {
		return this.channels.instagram(owner, this.creators.ana(owner), "anakocht");
	}

	private void takeBytesFromTheTable() {
		this.jdbc.sql("update picture set content = null where organization_id = ?")
			.param(this.viewer.organizationId())
			.update();
	}

	private String hash() {
		return this.address.substring("/pictures/".length());
	}

	private MockHttpServletResponse ask(MockHttpServletRequestBuilder request) throws Exception {
		return ask(request, this.viewer);
	}

	private MockHttpServletResponse ask(MockHttpServletRequestBuilder request, Viewer member) throws Exception {
		return this.mvc.perform(request.with(this.organizations.signedIn(member))).andReturn().getResponse();
	}

}
