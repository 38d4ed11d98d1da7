package io.channelkeeper.connection;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.TestEnvironment;
import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.network.FarSide;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.picture.PictureService;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

/**
 * What cannot be connected is known before anybody is invited (P-7).
 */
@ApplicationTest
@TestPropertySource(properties = "channelkeeper.connection.look-up.new-channels=true")
class NewChannelLookUpTests {

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	TestChannels testChannels;

	@Autowired
	ChannelService channels;

	@Autowired
	ConnectionService connections;

	@Autowired
	TestLookup lookup;

	@Autowired
	PictureService pictures;

	@Autowired
	MockMvc mvc;

	@BeforeEach
	void begin() {
		TestEnvironment.NETWORKS.reset();
	}

	@Test
	void asksForWhatWasAddedAndForWhatWasCorrected() {
		try (FarSide farSide = new FarSide()) {
			this.lookup.serve("instagram", null, farSide);
			farSide.answer("/profiles/ben", 404, "")
				.answer("/profiles/benny", 200, "{\"id\": \"1\", \"name\": \"Ben\"}");
			Viewer viewer = this.organizations.make("Agency");
			UUID id = this.testChannels.instagram(viewer, this.creators.ana(viewer), "ben");
			await().atMost(Duration.ofSeconds(20)).until(() -> state(viewer, id) == ConnectionState.NOT_ELIGIBLE);
			Tenancy.within(viewer.organizationId(),
					() -> this.channels.rename(viewer, id, TestChannels.address("instagram", "benny")));
			await().atMost(Duration.ofSeconds(20))
				.until(() -> "Ben"
					.equals(Tenancy.within(viewer.organizationId(), () -> this.channels.get(id)).displayName()));
			assertThat(state(viewer, id)).isEqualTo(ConnectionState.NOT_CONNECTED);
		}
		finally {
			this.lookup.end();
		}
	}

	@ParameterizedTest(name = "{0}")
	@DisplayName("P-3, P-7: whoever is added at a network that shows strangers is known at once")
	@CsvSource({ "https://www.youtube.com/@NoahStein, youtube, Noah Stein, 9100, '9,100'",
			"https://x.com/noahstein, x, Noah Stein, 9100, '9,100'" })
	void looksAtWhomThePageAdds(String typed, String network, String name, long followers, String shown)
			throws Exception {
		Viewer viewer = this.organizations.make("Agency");
		UUID creator = this.creators.ana(viewer);
		as(viewer, post("/creators/{id}/channels/new", creator).param("network", network).param("handle", typed))
			.andExpect(redirectedUrl("/creators/" + creator));
		Channel added = await().atMost(Duration.ofSeconds(20))
			.until(() -> only(viewer, creator), (channel) -> name.equals(channel.displayName()));
		assertThat(added.followers()).isEqualTo(followers);
		await().atMost(Duration.ofSeconds(20)).until(() -> picture(viewer, added.id()).isPresent());
		as(viewer, get("/creators/{id}", creator)).andExpect(content()
			.string(allOf(containsString(shown), containsString(picture(viewer, added.id()).orElseThrow()))));
	}

	@Test
	@DisplayName("P-9: whom X does not show is marked before anybody is invited")
	void marksWhomThePageAdds() throws Exception {
		Viewer viewer = this.organizations.make("Agency");
		UUID creator = this.creators.ana(viewer);
		as(viewer, post("/creators/{id}/channels/new", creator).param("network", "x").param("handle", "henriweber"));
		UUID id = only(viewer, creator).id();
		await().atMost(Duration.ofSeconds(20)).until(() -> state(viewer, id) == ConnectionState.NOT_ELIGIBLE);
		as(viewer, get("/creators/{id}", creator))
			.andExpect(content().string(containsString("No public profile under this handle")));
	}

	private ResultActions as(Viewer viewer, MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request.with(this.organizations.signedIn(viewer)).with(csrf()));
	}

	private Channel only(Viewer viewer, UUID creator) {
		return Tenancy.within(viewer.organizationId(), () -> this.channels.ofCreator(creator)).getFirst();
	}

	private Optional<String> picture(Viewer viewer, UUID id) {
		return Tenancy.within(viewer.organizationId(), () -> this.pictures.address(id));
	}

	private ConnectionState state(Viewer viewer, UUID id) {
		return Tenancy.within(viewer.organizationId(), () -> this.connections.standing(id)).state();
	}

}
