package io.channelkeeper.invitation.web;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import practice.PracticeNetworks;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.TestEnvironment;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.connection.ChannelConnected;
import io.channelkeeper.connection.ConnectionUpkeep;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.invitation.InvitationState;
import io.channelkeeper.invitation.InvitationStuck;
import io.channelkeeper.invitation.TestInvitations;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * An invitation ends while its creator is at the network: nothing is connected, and the
 * creator reads that the link is over.
 */
@ApplicationTest
@RecordApplicationEvents
class WithdrawnInvitationTests {

	private static final PracticeNetworks NETWORKS = TestEnvironment.NETWORKS;

	private static final String OVER = "Dieser Link ist nicht (mehr) gültig";

	@Autowired
	MockMvc browser;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	TestChannels testChannels;

	@Autowired
	TestInvitations invitations;

	@Autowired
	ChannelService channels;

	@Autowired
	CreatorService creatorService;

	@Autowired
	ConnectionUpkeep upkeep;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ApplicationEvents events;

	Viewer viewer;

	UUID creator;

	CreatorWalk walk;

	UUID channel;

	UUID invitation;

	String link;

	@BeforeEach
	void prepare() {
		NETWORKS.reset();
		this.jdbc.sql("update social_login set access_token = null").update();
		this.jdbc.sql("update offered_channel set grant_sealed = null").update();
		this.jdbc.sql("delete from access_return").update();
		this.jdbc.sql("update network_api set closed_until = null").update();
		this.viewer = this.organizations.make("Demo Foods");
		this.creator = this.creators.ana(this.viewer);
		this.walk = new CreatorWalk(this.browser);
		this.channel = this.testChannels.instagram(this.viewer, this.creator, "anakocht");
		this.invitation = this.invitations.make(this.viewer, this.creator, this.channel);
		this.link = this.invitations.link(this.viewer, this.invitation);
	}

	@Test
	@DisplayName("I-9: a cancelled invitation connects nothing")
	void connectsNothingOnceCancelled() throws Exception {
		String dialog = this.walk.start(this.link, this.channel);
		this.invitations.cancel(this.viewer, this.invitation);
		this.browser.perform(get(this.walk.consent(dialog, "ana")))
			.andExpect(status().isNotFound())
			.andExpect(content().string(containsString(OVER)));
		assertNothingConnected(InvitationState.REVOKED);
	}

	@Test
	@DisplayName("I-9: neither does one that was declined")
	void connectsNothingOnceDeclined() throws Exception {
		String dialog = this.walk.start(this.link, this.channel);
		this.browser.perform(post(this.link + "/decline").with(csrf())).andExpect(status().isOk());
		this.browser.perform(get(this.walk.consent(dialog, "ana"))).andExpect(status().isNotFound());
		assertNothingConnected(InvitationState.DECLINED);
	}

	@Test
	@DisplayName("I-9: nor one whose time ran out")
	void connectsNothingOnceExpired() throws Exception {
		String dialog = this.walk.start(this.link, this.channel);
		this.invitations.age(this.invitation, 15);
		this.browser.perform(get(this.walk.consent(dialog, "ana")))
			.andExpect(status().isGone())
			.andExpect(content().string(containsString("Dieser Link ist abgelaufen")));
		assertNothingConnected(InvitationState.EXPIRED);
	}

	@Test
	void connectsNothingForAnArchivedCreator() throws Exception {
		String dialog = this.walk.start(this.link, this.channel);
		within(() -> this.creatorService.archive(this.viewer, this.creator, false));
		this.browser.perform(get(this.walk.consent(dialog, "ana"))).andExpect(status().isNotFound());
		assertNothingConnected(InvitationState.REVOKED);
	}

	@Test
	void connectsNoArchivedChannel() throws Exception {
		String dialog = this.walk.start(this.link, this.channel);
		within(() -> this.channels.archive(this.viewer, this.channel));
		this.browser.perform(get(this.walk.consent(dialog, "ana"))).andExpect(status().isNotFound());
		assertNothingConnected(InvitationState.REVOKED);
	}

	@Test
	@DisplayName("I-11: one archived channel leaves the others open")
	void leavesTheOtherChannelsOpen() throws Exception {
		UUID second = this.testChannels.instagram(this.viewer, this.creator, "bistro_ana");
		UUID both = this.invitations.make(this.viewer, this.creator, this.channel, second);
		String result = this.invitations.link(this.viewer, both);
		within(() -> this.channels.archive(this.viewer, this.channel));
		this.browser.perform(get(result)).andExpect(content().string(containsString("@bistro_ana")));
		this.browser.perform(get(this.walk.walk(result, second, "ana")))
			.andExpect(content().string(containsString("@bistro_ana ist verbunden")));
	}

	@Test
	void endsTwoWindowsTheSame() throws Exception {
		String first = this.walk.start(this.link, this.channel);
		CreatorWalk other = new CreatorWalk(this.browser);
		String second = other.start(this.link, this.channel);
		this.walk.consent(first, "ana");
		this.browser.perform(get(other.consent(second, "ana")))
			.andExpect(content().string(containsString("@anakocht ist verbunden")));
	}

	@Test
	@DisplayName("I-11: a cancelled invitation connects no other channels")
	void connectsNoOthersOnceCancelled() throws Exception {
		String result = this.walk.walk(this.link, this.channel, "ana");
		this.browser.perform(get(result)).andExpect(content().string(containsString("@bistro_ana")));
		this.invitations.cancel(this.viewer, this.invitation);
		this.browser.perform(post(result + "/others").param("other", "17841400000000012").with(csrf()))
			.andExpect(status().isGone());
		assertThat(this.events.stream(ChannelConnected.class)).hasSize(1);
	}

	@Test
	@DisplayName("I-11: a finished invitation still connects them")
	void connectsOthersOfAFinishedInvitation() throws Exception {
		String result = this.walk.walk(this.link, this.channel, "ana");
		this.browser.perform(post(result + "/others").param("other", "17841400000000012").with(csrf()))
			.andExpect(status().is3xxRedirection());
		assertThat(this.events.stream(ChannelConnected.class)).hasSize(2);
	}

	@Test
	@DisplayName("B-5: nothing can be offered once cancelled")
	void offersNothingOnceCancelled() throws Exception {
		UUID expected = this.testChannels.instagram(this.viewer, this.creator, "finnotto");
		UUID other = this.invitations.make(this.viewer, this.creator, expected);
		String result = this.walk.walk(this.invitations.link(this.viewer, other), expected, "finn");
		this.invitations.cancel(this.viewer, other);
		this.browser.perform(post(result + "/offer").with(csrf())).andExpect(status().isNotFound());
		assertThat(this.jdbc.sql("select count(*) from offered_channel where offered_at is not null and creator_id = ?")
			.param(this.creator)
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	@DisplayName("A link starts 20 times an hour, in both languages")
	void asksToComeBackLater() throws Exception {
		for (int start = 0; start < 20; start++) {
			this.walk.start(this.link, this.channel);
		}
		this.browser.perform(post(this.link + "/start").with(csrf()).param("channel", this.channel.toString()))
			.andExpect(status().isTooManyRequests())
			.andExpect(header().string("Retry-After", "3600"))
			.andExpect(content().string(containsString("Das war zu oft in einer Stunde")));
		this.browser.perform(post(this.link + "/start?lang=en").with(csrf()).param("channel", this.channel.toString()))
			.andExpect(content().string(containsString("That was too often within an hour")));
	}

	private void assertNothingConnected(InvitationState state) {
		assertThat(this.invitations.row(this.viewer, this.invitation).state()).isEqualTo(state);
		assertThat(this.events.stream(ChannelConnected.class)).isEmpty();
		assertThat(this.events.stream(InvitationStuck.class)).isEmpty();
		this.upkeep.round();
		assertThat(NETWORKS.facebook().hasApp("ana")).isFalse();
	}

	private void within(Runnable work) {
		Tenancy.within(this.viewer.organizationId(), work);
	}

}
