package io.channelkeeper.connection;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import practice.Fault;

import org.springframework.beans.factory.annotation.Autowired;

import io.channelkeeper.channel.Ineligibility;
import io.channelkeeper.channel.PublicFacts;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.Viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * Disconnecting on purpose: by a member, or with the creator.
 */
class DisconnectTests extends SignInScene {

	@Autowired
	CreatorService creatorService;

	@Autowired
	PublicFacts facts;

	@Autowired
	ConnectionUpkeep upkeep;

	@Test
	@DisplayName("B-6: names what else hangs on the login, revokes with the last")
	void revokesWithTheLastChannel() throws Exception {
		UUID first = channel("anakocht");
		UUID second = channel("bistro_ana");
		connect(first, "ana");
		connect(second, "ana");
		this.mvc.perform(get("/channels/{id}/disconnect", first).with(this.organizations.signedIn(this.viewer)))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Disconnect @anakocht?")))
			.andExpect(content().string(containsString("1 other channel hangs on the same sign-in")))
			.andExpect(content().string(containsString("@bistro_ana")));
		disconnect(first);
		assertThat(NETWORKS.facebook().hasApp("ana")).isTrue();
		assertThat(standing(first).state()).isEqualTo(ConnectionState.DISCONNECTED);
		assertThat(standing(first).disconnectedByMember()).isEqualTo(this.viewer.memberId());
		assertThat(standing(first).connectedByCreator()).isTrue();
		assertThat(standing(second).state()).isEqualTo(ConnectionState.CONNECTED);
		disconnect(second);
		assertThat(NETWORKS.facebook().hasApp("ana")).isFalse();
		assertThat(count("social_login where access_token is not null and organization_id")).isZero();
		assertThat(count("connection where channel_token is not null and organization_id")).isZero();
		assertThat(this.events.stream(ChannelDisconnected.class)).hasSize(2);
	}

	@Test
	@DisplayName("P-5: what was private by its own login stays so without one, until somebody checks it")
	void keepsWhatItsLoginToldOfIt() {
		UUID id = channel("anakocht");
		connect(id, "ana");
		within(() -> {
			this.facts.closed(id, Ineligibility.Reason.PRIVATE, Instant.now());
			this.connections.disconnect(this.viewer, id);
		});
		assertThat(standing(id).state()).isEqualTo(ConnectionState.NOT_ELIGIBLE);
		within(() -> this.channels.clearIneligible(this.viewer, id));
		assertThat(standing(id).state()).isEqualTo(ConnectionState.DISCONNECTED);
		assertThat(within(() -> this.channels.get(id)).isPublic()).isNull();
	}

	@Test
	void connectsAgainAfterwards() throws Exception {
		UUID id = channel("anakocht");
		connect(id, "ana");
		disconnect(id);
		assertThat(connect(id, "ana").diagnosis()).isNull();
		assertThat(standing(id).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(standing(id).disconnectedByMember()).isNull();
	}

	@Test
	void keepsAccessOfWhoSignedInAgainMeanwhile() {
		UUID id = channel("anakocht");
		connect(id, "ana");
		NETWORKS.faults().plan("facebook", Fault.SERVER_ERROR, 0, "");
		within(() -> this.connections.disconnect(this.viewer, id));
		NETWORKS.faults().end();
		connect(id, "ana");
		this.jdbc.sql("update access_return set due_at = created_at").update();
		this.upkeep.round();
		assertThat(NETWORKS.facebook().hasApp("ana")).isTrue();
		assertThat(count("access_return")).isZero();
	}

	@Test
	@DisplayName("H-3: a marketer only for creators looked after")
	void isRefusedToWhoMayNot() throws Exception {
		UUID id = channel("anakocht");
		connect(id, "ana");
		Viewer marketer = this.organizations.member(this.viewer, Role.MARKETER);
		for (String path : List.of("disconnect", "connect")) {
			this.mvc.perform(get("/channels/{id}/" + path, id).with(this.organizations.signedIn(marketer)))
				.andExpect(status().isForbidden());
			this.mvc
				.perform(post("/channels/{id}/" + path, id).param("provider", "facebook")
					.with(this.organizations.signedIn(marketer))
					.with(csrf()))
				.andExpect(status().isForbidden());
		}
		assertThat(standing(id).state()).isEqualTo(ConnectionState.CONNECTED);
	}

	@Test
	void isHiddenFromOtherOrganizations() throws Exception {
		UUID id = channel("anakocht");
		connect(id, "ana");
		Viewer stranger = this.organizations.make("Other");
		for (String path : List.of("disconnect", "connect")) {
			this.mvc.perform(get("/channels/{id}/" + path, id).with(this.organizations.signedIn(stranger)))
				.andExpect(status().isNotFound());
			this.mvc
				.perform(post("/channels/{id}/" + path, id).param("provider", "facebook")
					.with(this.organizations.signedIn(stranger))
					.with(csrf()))
				.andExpect(status().isNotFound());
		}
	}

	@Test
	void hasNothingToDoForWhatIsNotConnected() throws Exception {
		this.mvc
			.perform(get("/channels/{id}/disconnect", channel("anakocht"))
				.with(this.organizations.signedIn(this.viewer)))
			.andExpect(status().isNotFound());
	}

	@Test
	void endsAllOfAnArchivedCreator() {
		UUID first = channel("anakocht");
		connect(first, "ana");
		within(() -> this.creatorService.archive(this.viewer, this.creator, true));
		assertThat(count("connection where login_id is null and disconnected_at is not null and organization_id"))
			.isEqualTo(1);
		this.upkeep.round();
		assertThat(NETWORKS.facebook().hasApp("ana")).isFalse();
	}

	@Test
	void endsThatOfAnArchivedChannel() {
		UUID first = channel("anakocht");
		UUID second = channel("bistro_ana");
		connect(first, "ana");
		connect(second, "ana");
		within(() -> this.channels.archive(this.viewer, first, true));
		within(() -> this.channels.archive(this.viewer, second, false));
		assertThat(count("connection where login_id is null and disconnected_at is not null and organization_id"))
			.isEqualTo(1);
		assertThat(count("connection where login_id is not null and organization_id")).isEqualTo(1);
	}

	@Test
	void leavesAnArchivedCreatorsConnectionsIfAsked() {
		connect(channel("anakocht"), "ana");
		within(() -> this.creatorService.archive(this.viewer, this.creator, false));
		assertThat(count("connection where login_id is not null and organization_id")).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example/", "//evil.example/", "/\\evil.example", "/a\r\nSet-Cookie:x" })
	void staysOnOwnPages(String from) throws Exception {
		UUID id = channel("anakocht");
		connect(id, "ana");
		this.mvc
			.perform(get("/channels/{id}/disconnect", id).param("from", from)
				.with(this.organizations.signedIn(this.viewer)))
			.andExpect(content().string(not(containsString("evil.example"))));
		this.mvc
			.perform(post("/channels/{id}/disconnect", id).param("from", from)
				.with(this.organizations.signedIn(this.viewer))
				.with(csrf()))
			.andExpect(redirectedUrl("/creators/" + this.creator));
	}

	private void disconnect(UUID id) throws Exception {
		this.mvc
			.perform(post("/channels/{id}/disconnect", id).with(this.organizations.signedIn(this.viewer)).with(csrf()))
			.andExpect(status().isSeeOther())
			.andExpect(redirectedUrl("/creators/" + this.creator))
			.andExpect(flash().attributeExists("message"));
	}

}
