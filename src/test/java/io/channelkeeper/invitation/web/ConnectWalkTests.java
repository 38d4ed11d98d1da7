package io.channelkeeper.invitation.web;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import practice.facebook.PictureMode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.TestEnvironment;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.connection.ConnectionService;
import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.invitation.InvitationConfirmed;
import io.channelkeeper.invitation.InvitationRow;
import io.channelkeeper.invitation.InvitationState;
import io.channelkeeper.invitation.InvitationStuck;
import io.channelkeeper.invitation.RowChannel;
import io.channelkeeper.invitation.TestInvitations;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApplicationTest
@RecordApplicationEvents
class ConnectWalkTests {

	@Autowired
	MockMvc browser;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	TestChannels channels;

	@Autowired
	TestInvitations invitations;

	@Autowired
	ConnectionService connections;

	@Autowired
	CreatorService creatorService;

	@Autowired
	ApplicationEvents events;

	Viewer viewer;

	UUID creator;

	CreatorWalk walk;

	@BeforeEach
	void prepare() {
		this.viewer = this.organizations.make("Demo Foods");
		this.creator = this.creators.ana(this.viewer);
		this.walk = new CreatorWalk(this.browser);
	}

	@Test
	@DisplayName("I-10: after the last step the channel is connected and the invitation confirmed")
	void consentConfirmsTheInvitation() throws Exception {
		UUID channel = channel("lotteberg");
		UUID invitation = this.invitations.make(this.viewer, this.creator, channel);
		String link = this.invitations.link(this.viewer, invitation);
		String result = this.walk.walk(link, channel, "lotte");
		assertThat(result).startsWith("/connect/").isNotEqualTo(link);
		this.browser.perform(get(result))
			.andExpect(status().isOk())
			.andExpect(content()
				.string(allOf(containsString("@lotteberg ist verbunden"), containsString(" mit Demo Foods verbunden."),
						containsString("jederzeit"), not(containsString("??")))));
		assertThat(row(invitation).state()).isEqualTo(InvitationState.CONFIRMED);
		assertThat(state(channel)).isEqualTo(ConnectionState.CONNECTED);
		assertThat(this.events.stream(InvitationConfirmed.class)).singleElement()
			.extracting(InvitationConfirmed::channels)
			.isEqualTo(1);
		this.browser.perform(get(link))
			.andExpect(status().isGone())
			.andExpect(content().string(containsString("Dieser Link wurde schon benutzt")));
		this.browser.perform(get(result + "/done")).andExpect(content().string(containsString("Alles erledigt")));
	}

	@Test
	@DisplayName("I-9: declining a single permission connects nothing and says which was missing")
	void oneSwitchOffConnectsNothing() throws Exception {
		UUID channel = channel("milanovak");
		UUID invitation = this.invitations.make(this.viewer, this.creator, channel);
		String link = this.invitations.link(this.viewer, invitation);
		String result = this.walk.consent(this.walk.start(link, channel), "mila", "instagram_manage_insights");
		this.browser.perform(get(result))
			.andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString("Ein Schalter war aus"),
					containsString("Noch einmal versuchen"), containsString("Dein Link bleibt gültig"))));
		assertThat(diagnosis(invitation)).isEqualTo(DiagnosisKind.PERMISSION_DECLINED);
		assertThat(state(channel)).isEqualTo(ConnectionState.INVITED);
		assertThat(this.events.stream(InvitationStuck.class)).hasSize(1);
		String again = this.walk.start(link, channel);
		assertThat(again).contains("auth_type=rerequest");
		this.browser.perform(get(this.walk.consent(again, "mila")))
			.andExpect(content().string(containsString("@milanovak ist verbunden")));
	}

	@Test
	void callsTheNetworksOfOtherChannelsByName() throws Exception {
		UUID channel = channel("anakocht");
		String link = this.invitations.link(this.viewer, this.invitations.make(this.viewer, this.creator, channel));
		this.browser.perform(get(this.walk.walk(link, channel, "ana")))
			.andExpect(content().string(allOf(containsString("Diese Anmeldung erreicht auch"),
					containsString(">Instagram</span>"), not(containsString(">instagram</span>")))));
	}

	@Test
	void abortingSharesNothing() throws Exception {
		UUID channel = channel("noahstein");
		UUID invitation = this.invitations.make(this.viewer, this.creator, channel);
		String link = this.invitations.link(this.viewer, invitation);
		String result = this.walk.cancel(this.walk.start(link, channel), "noah");
		this.browser.perform(get(result))
			.andExpect(content().string(containsString("Noch nicht verbunden. Es wurde nichts geteilt")));
		assertThat(diagnosis(invitation)).isEqualTo(DiagnosisKind.STOPPED);
		this.browser.perform(get(link))
			.andExpect(content().string(containsString("Demo Foods möchte deinen Instagram-Kanal verbinden")));
	}

	@Test
	@DisplayName("B-4: numbered steps for exactly this phone, and the same page by the earlier link")
	void namesWhatIsMissingForThisPhone() throws Exception {
		UUID channel = channel("bensommer");
		UUID invitation = this.invitations.make(this.viewer, this.creator, channel);
		String link = this.invitations.link(this.viewer, invitation);
		String result = this.walk.walk(link, channel, "ben");
		for (String page : List.of(result, link)) {
			this.browser.perform(get(page).header("User-Agent", "Mozilla/5.0 (Linux; Android 16) Chrome/140"))
				.andExpect(content().string(allOf(containsString("Zu deinem Login gehört keine Facebook-Seite"),
						containsString("<ol class=\"steps\">"), containsString("Erneut prüfen"))));
		}
		assertThat(diagnosis(invitation)).isEqualTo(DiagnosisKind.NO_PAGE);
	}

	@Test
	@DisplayName("B-5: another account is named and can be offered; the invitation stays open")
	void anotherAccountCanBeOffered() throws Exception {
		UUID channel = channel("olga.petrenko");
		UUID invitation = this.invitations.make(this.viewer, this.creator, channel);
		String link = this.invitations.link(this.viewer, invitation);
		String result = this.walk.walk(link, channel, "paul");
		this.browser.perform(get(result))
			.andExpect(content().string(allOf(containsString("Das war @paul_reiter, nicht @olga.petrenko"),
					containsString("@paul_reiter als weiteren Kanal hinzufügen"))));
		this.browser.perform(post(result + "/offer").with(csrf()))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("@paul_reiter wurde weitergegeben")));
		this.browser.perform(get(result))
			.andExpect(content().string(not(containsString("als weiteren Kanal hinzufügen"))));
		assertThat(row(invitation).state()).isEqualTo(InvitationState.OPENED);
		this.browser.perform(get(link)).andExpect(status().isOk());
	}

	@Test
	@DisplayName("B-5: both accounts are shown with their pictures, to the creator only")
	void showsTheOtherAccountsPicture() throws Exception {
		UUID channel = channel("olga.petrenko");
		String link = this.invitations.link(this.viewer, this.invitations.make(this.viewer, this.creator, channel));
		String result = this.walk.walk(link, channel, "paul");
		this.browser.perform(get(result))
			.andExpect(content().string(containsString("src=\"" + result + "/picture/other?soon=true\"")));
		this.browser.perform(get(result + "/picture/other?soon=true"))
			.andExpect(status().isOk())
			.andExpect(content().contentType("image/jpeg"));
		this.browser.perform(get(link + "/picture/other?soon=true")).andExpect(status().isNotFound());
		Tenancy.within(this.viewer.organizationId(),
				() -> this.creatorService.archive(this.viewer, this.creator, false));
		this.browser.perform(get(result + "/picture/other")).andExpect(status().isNotFound());
	}

	@Test
	void showsInitialsWhereThereIsNoPicture() throws Exception {
		TestEnvironment.NETWORKS.facebook().servePicture("lotteberg", PictureMode.NONE);
		UUID channel = channel("lotteberg");
		String link = this.invitations.link(this.viewer, this.invitations.make(this.viewer, this.creator, channel));
		String result = this.walk.walk(link, channel, "lotte");
		TestEnvironment.NETWORKS.facebook().servePicture("lotteberg", PictureMode.GOOD);
		this.browser.perform(get(result))
			.andExpect(content().string(allOf(containsString("@lotteberg ist verbunden"),
					containsString("aria-hidden=\"true\">LB</span>"), not(containsString("/picture?")))));
		this.browser.perform(get(result + "/picture?channel=" + channel)).andExpect(status().isNotFound());
		this.browser.perform(get(result + "/picture?soon=true&channel=" + channel))
			.andExpect(content().contentType("image/svg+xml"));
	}

	@Test
	@DisplayName("H-2: back in another browser it goes on with one tap, nothing is connected from there")
	void anotherBrowserStartsAgainHere() throws Exception {
		UUID channel = channel("rosamarin");
		UUID invitation = this.invitations.make(this.viewer, this.creator, channel);
		String link = this.invitations.link(this.viewer, invitation);
		String result = this.walk.consentElsewhere(this.walk.start(link, channel), "rosa");
		this.browser.perform(get(result))
			.andExpect(content().string(allOf(containsString("Einmal tippen, dann geht es hier weiter"),
					containsString("Weiter zu Facebook"))));
		assertThat(state(channel)).isEqualTo(ConnectionState.INVITED);
		this.browser.perform(get(this.walk.walk(result, channel, "rosa")))
			.andExpect(content().string(containsString("@rosamarin ist verbunden")));
	}

	@Test
	@DisplayName("I-11: several channels, each in turn")
	void severalChannelsEachInTurn() throws Exception {
		UUID first = channel("irisdemir");
		UUID second = channel("iris.travels");
		UUID invitation = this.invitations.make(this.viewer, this.creator, first, second);
		String result = this.walk.walk(this.invitations.link(this.viewer, invitation), first, "iris");
		this.browser.perform(get(result))
			.andExpect(content().string(allOf(containsString("1 von 2 verbunden"),
					containsString("Weiter mit: @iris.travels"), containsString("Weiter zu Facebook"))));
		assertThat(row(invitation).isPartly()).isTrue();
		this.browser.perform(get(this.walk.walk(result, second, "iris")))
			.andExpect(content().string(allOf(containsString("2 von 2 verbunden"), containsString("Fertig"))));
		assertThat(row(invitation).state()).isEqualTo(InvitationState.CONFIRMED);
	}

	@Test
	void aSignInEndedTwiceChangesNothing() throws Exception {
		UUID channel = channel("svendahl");
		UUID invitation = this.invitations.make(this.viewer, this.creator, channel);
		this.walk.walk(this.invitations.link(this.viewer, invitation), channel, "sven");
		this.browser.perform(get("/oauth/callback/facebook").param("state", "forged").param("code", "x"))
			.andExpect(status().is4xxClientError());
		assertThat(row(invitation).state()).isEqualTo(InvitationState.CONFIRMED);
	}

	private UUID channel(String handle) {
		return this.channels.instagram(this.viewer, this.creator, handle);
	}

	private InvitationRow row(UUID invitation) {
		return this.invitations.row(this.viewer, invitation);
	}

	private DiagnosisKind diagnosis(UUID invitation) {
		RowChannel channel = row(invitation).channels().getFirst();
		Diagnosis diagnosis = channel.diagnosis();
		assertThat(channel.isStuck()).isTrue();
		assertThat(diagnosis).isNotNull();
		return diagnosis.kind();
	}

	private ConnectionState state(UUID channel) {
		return Tenancy.within(this.viewer.organizationId(), () -> this.connections.standing(channel)).state();
	}

}
