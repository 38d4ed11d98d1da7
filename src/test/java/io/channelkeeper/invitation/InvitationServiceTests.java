package io.channelkeeper.invitation;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.connection.ConnectionService;
import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.SecretToken;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ApplicationTest
class InvitationServiceTests {

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	TestChannels channels;

	@Autowired
	ChannelService channelService;

	@Autowired
	TestInvitations invitations;

	@Autowired
	InvitationService service;

	@Autowired
	ConnectLinks links;

	@Autowired
	ConnectionService connections;

	@Autowired
	JdbcClient jdbc;

	Viewer viewer;

	UUID ana;

	UUID channel;

	@BeforeEach
	void invite() {
		this.viewer = this.organizations.make("Demo Foods");
		this.ana = this.creators.ana(this.viewer);
		this.channel = this.channels.instagram(this.viewer, this.ana, "anakocht");
	}

	@Test
	void anInvitedChannelIsInvited() {
		UUID invitation = this.invitations.make(this.viewer, this.ana, this.channel);
		assertThat(state()).isEqualTo(ConnectionState.INVITED);
		this.invitations.cancel(this.viewer, invitation);
		assertThat(state()).isEqualTo(ConnectionState.NOT_CONNECTED);
	}

	@Test
	@DisplayName("B-19: any number of live links, of which only hashes are kept")
	void keepsHashesOfLinksOnly() {
		UUID invitation = this.invitations.make(this.viewer, this.ana, this.channel);
		String first = this.invitations.link(this.viewer, invitation).substring("/connect/".length());
		String second = this.invitations.link(this.viewer, invitation).substring("/connect/".length());
		assertThat(this.links.find(new SecretToken(first))).get().extracting(ConnectLink::ended).isEqualTo(false);
		assertThat(this.links.find(new SecretToken(second))).get().extracting(ConnectLink::ended).isEqualTo(false);
		String kept = this.jdbc.sql("select string_agg(row_to_json(l)::text, ' ') from invitation_link l")
			.query(String.class)
			.single();
		assertThat(kept).contains("COPY").doesNotContain(first, second);
	}

	@Test
	void aFurtherLinkBelongsToTheOpenInvitation() {
		UUID first = this.invitations.make(this.viewer, this.ana, this.channel);
		assertThat(this.invitations.make(this.viewer, this.ana, this.channel)).isEqualTo(first);
	}

	@Test
	void aNewLinkEndsEarlierOnes() {
		UUID invitation = this.invitations.make(this.viewer, this.ana, this.channel);
		String old = this.invitations.link(this.viewer, invitation).substring("/connect/".length());
		FreshLink fresh = within(() -> this.service.renewAndLink(this.viewer, invitation));
		assertThat(this.links.find(new SecretToken(old))).get().extracting(ConnectLink::ended).isEqualTo(true);
		assertThat(fresh.message()).contains(fresh.address().toString()).startsWith("Hallo Ana Kocht");
		assertThat(fresh.toString()).doesNotContain("/connect/");
	}

	@Test
	void aNewLinkWakesACancelledInvitation() {
		UUID invitation = this.invitations.make(this.viewer, this.ana, this.channel);
		this.invitations.cancel(this.viewer, invitation);
		assertThat(this.invitations.row(this.viewer, invitation).state()).isEqualTo(InvitationState.REVOKED);
		within(() -> this.service.renewAndLink(this.viewer, invitation));
		assertThat(this.invitations.row(this.viewer, invitation).state()).isEqualTo(InvitationState.SENT);
		assertThat(state()).isEqualTo(ConnectionState.INVITED);
	}

	@Test
	@DisplayName("I-11: a new link leaves out what was archived meanwhile")
	void aNewLinkLeavesOutWhatWasArchived() {
		UUID second = this.channels.instagram(this.viewer, this.ana, "bistro_ana");
		UUID invitation = this.invitations.make(this.viewer, this.ana, this.channel, second);
		archive(this.channel);
		FreshLink fresh = within(() -> this.service.renewAndLink(this.viewer, invitation));
		assertThat(fresh.message()).contains("@bistro_ana").doesNotContain("@anakocht");
		assertThat(this.invitations.row(this.viewer, invitation).channels()).hasSize(1);
		archive(second);
		assertThatExceptionOfType(InvitationRefusedException.class)
			.isThrownBy(() -> within(() -> this.service.renewAndLink(this.viewer, invitation)));
		assertThat(this.invitations.row(this.viewer, invitation).state()).isEqualTo(InvitationState.REVOKED);
	}

	@Test
	void anExpiredInvitationMakesNoLinks() {
		UUID invitation = this.invitations.make(this.viewer, this.ana, this.channel);
		this.invitations.age(invitation, 15);
		assertThat(this.invitations.row(this.viewer, invitation).state()).isEqualTo(InvitationState.EXPIRED);
		assertThatExceptionOfType(InvitationRefusedException.class)
			.isThrownBy(() -> this.invitations.link(this.viewer, invitation));
	}

	@Test
	void knowsTheLatestOfAChannel() {
		UUID first = this.invitations.make(this.viewer, this.ana, this.channel);
		this.invitations.cancel(this.viewer, first);
		UUID second = this.invitations.make(this.viewer, this.ana, this.channel);
		InvitationGlimpse glimpse = within(() -> this.service.latestOf(List.of(this.channel))).get(this.channel);
		assertThat(glimpse).isNotNull();
		assertThat(glimpse.invitationId()).isEqualTo(second);
		assertThat(glimpse.state()).isEqualTo(InvitationState.SENT);
	}

	@Test
	void foreignInvitationsAndChannelsDoNotExist() {
		UUID invitation = this.invitations.make(this.viewer, this.ana, this.channel);
		Viewer stranger = this.organizations.make("Other");
		UUID other = this.creators.named(stranger, "Ben");
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.invitations.cancel(stranger, invitation));
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.invitations.make(stranger, other, this.channel));
	}

	@Test
	@DisplayName("B-21: whoever looks after the creator is the sender")
	void whoLooksAfterTheCreatorIsTheSender() {
		Viewer mia = this.organizations.member(this.viewer, Role.MARKETER);
		UUID invitation = this.invitations.make(mia, this.ana, this.channel);
		assertThat(this.invitations.row(this.viewer, invitation).senderName()).isEqualTo("Ada Admin");
	}

	private ConnectionState state() {
		return within(() -> this.connections.standing(this.channel)).state();
	}

	private void archive(UUID id) {
		Tenancy.within(this.viewer.organizationId(), () -> this.channelService.archive(this.viewer, id));
	}

	private <T> T within(Supplier<T> work) {
		return Tenancy.within(this.viewer.organizationId(), work);
	}

}
