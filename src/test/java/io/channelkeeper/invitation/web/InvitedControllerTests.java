package io.channelkeeper.invitation.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.channel.Ineligibility;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.creator.NewCreator;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.invitation.InvitationState;
import io.channelkeeper.invitation.TestInvitations;
import io.channelkeeper.organization.HandoverService;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApplicationTest
class InvitedControllerTests {

	private static final String IN_INSTAGRAM = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Instagram 400.0";

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
	ChannelService channelService;

	@Autowired
	HandoverService handovers;

	@Autowired
	JdbcClient jdbc;

	Viewer viewer;

	UUID ana;

	UUID channel;

	UUID invitation;

	String link;

	@BeforeEach
	void invite() {
		this.viewer = this.organizations.make("Demo Foods");
		this.ana = this.creators.ana(this.viewer);
		this.channel = this.channels.instagram(this.viewer, this.ana, "anakocht");
		this.invitation = this.invitations.make(this.viewer, this.ana, this.channel);
		this.link = this.invitations.link(this.viewer, this.invitation);
	}

	@Test
	@DisplayName("I-4, B-5: who asks, for what, and one button; in the creator's language")
	void showsWhoAsksForWhat() throws Exception {
		this.browser.perform(get(this.link))
			.andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString("Demo Foods möchte deinen Instagram-Kanal verbinden"),
					containsString("Ada Admin"), containsString(this.viewer.email()), containsString("@anakocht"),
					containsString("Weiter zu Facebook"), containsString("Kann nicht: posten"),
					containsString("noindex"))))
			.andExpect(content().string(containsString("Facebook nimmt, wer in diesem Browser angemeldet ist")))
			.andExpect(content().string(not(containsString("??"))));
		this.browser.perform(get(this.link).param("lang", "en"))
			.andExpect(content().string(containsString("Demo Foods would like to connect your Instagram channel")))
			.andExpect(content().string(not(containsString("??"))));
	}

	@Test
	void namesOrganizationAndNetworkOnlyInChats() throws Exception {
		String page = this.browser.perform(get(this.link)).andReturn().getResponse().getContentAsString();
		assertThat(page).contains("<meta property=\"og:title\" content=\"Demo Foods möchte deinen Kanal verbinden\">");
		assertThat(page.lines().filter((line) -> line.contains("og:")).toList())
			.noneMatch((line) -> line.contains("Ana") || line.contains("anakocht") || line.contains("Ada"));
	}

	@Test
	void readingCountsForNothing() throws Exception {
		this.browser.perform(get(this.link).header("User-Agent", "WhatsApp/2.23")).andExpect(status().isOk());
		this.browser.perform(head(this.link)).andExpect(status().isOk());
		assertThat(state()).isEqualTo(InvitationState.SENT);
	}

	@Test
	void theRenderedPageTellsThatItWasSeen() throws Exception {
		this.browser.perform(post(this.link + "/seen")).andExpect(status().isForbidden());
		this.browser.perform(post(this.link + "/seen").with(csrf())).andExpect(status().isNoContent());
		assertThat(state()).isEqualTo(InvitationState.OPENED);
	}

	@Test
	void startsByPostOnly() throws Exception {
		this.browser.perform(get(this.link + "/start")).andExpect(status().is4xxClientError());
		this.browser.perform(post(this.link + "/start").param("channel", this.channel.toString()))
			.andExpect(status().isForbidden());
		this.browser.perform(post(this.link + "/start").with(csrf()).param("channel", this.channel.toString()))
			.andExpect(status().isOk())
			.andExpect(header().exists("Set-Cookie"))
			.andExpect(content().string(containsString("/facebook/dialog/oauth")));
		assertThat(state()).isEqualTo(InvitationState.STARTED);
		assertThat(this.invitations.row(this.viewer, this.invitation).openedAt()).isNotNull();
	}

	@Test
	void startsOnlyWhatTheInvitationIsAbout() throws Exception {
		UUID other = this.channels.instagram(this.viewer, this.ana, "bistro_ana");
		this.browser.perform(post(this.link + "/start").with(csrf()).param("channel", other.toString()))
			.andExpect(status().isGone());
		this.browser.perform(post(this.link + "/start").with(csrf()).param("channel", "nonsense"))
			.andExpect(status().isBadRequest());
		this.browser.perform(post(this.link + "/start").with(csrf())).andExpect(status().isBadRequest());
	}

	@Test
	void unknownAndCancelledLinksLookAlike() throws Exception {
		this.invitations.cancel(this.viewer, this.invitation);
		String cancelled = deadPage(this.link, 404);
		String unknown = deadPage("/connect/" + "x".repeat(43), 404);
		assertThat(cancelled).isEqualTo(unknown).contains("not valid (any more)");
		assertThat(deadPage("/connect/" + "ü<script>", 404)).contains("not valid (any more)");
	}

	@Test
	void anExpiredLinkSaysSoAndWhomToAsk() throws Exception {
		this.invitations.age(this.invitation, 15);
		this.browser.perform(get(this.link))
			.andExpect(status().isGone())
			.andExpect(content()
				.string(allOf(containsString("Dieser Link ist abgelaufen"), containsString(this.viewer.email()))));
		this.browser.perform(post(this.link + "/start").with(csrf()).param("channel", this.channel.toString()))
			.andExpect(status().isGone());
	}

	@Test
	void wordsOfOthersAreEscaped() throws Exception {
		UUID second = this.channels.instagram(this.viewer, this.ana, "second");
		String path = this.invitations.link(this.viewer,
				this.invitations.make(this.viewer, this.ana, "<script>alert(1)</script> \"'><img src=x>", second));
		this.browser.perform(get(path))
			.andExpect(content().string(allOf(containsString("&lt;script&gt;"), not(containsString("<script>alert")),
					not(containsString("<img src=x")))));
	}

	@Test
	@DisplayName("P-9: an ineligible channel shows the instructions and Check again, not a dead page")
	void anIneligibleChannelShowsTheWayOut() throws Exception {
		for (Ineligibility.Reason reason : List.of(Ineligibility.Reason.PRIVATE, Ineligibility.Reason.PERSONAL)) {
			Tenancy.within(this.viewer.organizationId(), () -> this.channelService.markIneligible(this.channel, reason,
					Ineligibility.Source.MEMBER, this.viewer));
			this.browser.perform(get(this.link))
				.andExpect(status().isOk())
				.andExpect(content().string(allOf(
						containsString((reason == Ineligibility.Reason.PRIVATE) ? "Dieses Instagram-Konto ist privat"
								: "Dieses Instagram-Konto ist ein persönliches"),
						containsString("<ol class=\"steps\">"), containsString("Erneut prüfen"))));
		}
		this.browser.perform(post(this.link + "/start").with(csrf()).param("channel", this.channel.toString()))
			.andExpect(status().isOk());
	}

	@Test
	void whatStrangersCannotSeeIsNoNewsToTheCreator() throws Exception {
		Tenancy.within(this.viewer.organizationId(), () -> this.channelService.markIneligible(this.channel,
				Ineligibility.Reason.NOT_SHOWN, Ineligibility.Source.LOOKUP, null));
		this.browser.perform(get(this.link))
			.andExpect(status().isOk())
			.andExpect(content().string(not(containsString("<ol class=\"steps\">"))));
	}

	@Test
	void severalChannelsComeInTurn() throws Exception {
		UUID second = this.channels.instagram(this.viewer, this.ana, "bistro_ana");
		UUID both = this.invitations.make(this.viewer, this.ana, this.channel, second);
		String path = this.invitations.link(this.viewer, both);
		this.browser.perform(get(path))
			.andExpect(content().string(allOf(containsString("0 von 2 verbunden"), containsString("@anakocht"))));
		this.browser.perform(post(path + "/not-mine").with(csrf()).param("channel", this.channel.toString()))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Danke für den Hinweis")));
		this.browser.perform(get(path)).andExpect(content().string(containsString("@bistro_ana")));
	}

	@Test
	void noThanksEndsItWithAWord() throws Exception {
		this.browser.perform(post(this.link + "/decline").with(csrf()).param("word", " Gerade\nkeine Zeit "))
			.andExpect(status().isOk());
		assertThat(state()).isEqualTo(InvitationState.DECLINED);
		assertThat(this.invitations.row(this.viewer, this.invitation).declinedWord()).isEqualTo("Gerade keine Zeit");
		this.browser.perform(get(this.link)).andExpect(status().isNotFound());
	}

	@Test
	void aQuestionReachesTheSender() throws Exception {
		this.browser.perform(get(this.link + "/question")).andExpect(status().isOk());
		this.browser.perform(post(this.link + "/question").with(csrf()).param("question", "").param("reply", ""))
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("Schreibe zuerst deine Frage")));
		this.browser
			.perform(post(this.link + "/question").with(csrf())
				.param("question", "Was seht ihr?")
				.param("reply", "nonsense"))
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("Was seht ihr?")));
		this.browser.perform(post(this.link + "/question").with(csrf()).param("question", "Was seht ihr?"))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Deine Frage ist auf dem Weg zu Ada Admin")));
		var mail = Mailbox.newest(this.viewer.email(), 1);
		assertThat(mail.getReplyTo()[0].toString()).contains("ana@kocht.example");
		assertThat(Mailbox.text(mail)).contains("Was seht ihr?");
	}

	@Test
	@DisplayName("B-10: nothing reaches a sender who has left, nor is said in that name")
	void aSenderWhoLeftIsSpokenFor() throws Exception {
		Viewer mia = this.organizations.member(this.viewer, Role.MARKETER);
		Viewer lea = this.organizations.member(this.viewer, Role.MARKETER, "Lea Brandt");
		UUID ben = this.creators.add(this.viewer,
				new NewCreator("Ben", null, Locale.ENGLISH, mia.memberId(), List.of()));
		UUID asked = this.invitations.make(this.viewer, ben, this.channels.instagram(this.viewer, ben, "bensgrill"));
		String path = this.invitations.link(this.viewer, asked);
		assertSpeaker(path, asked, mia, "Mia Marketer");
		leave(mia, lea.memberId());
		assertSpeaker(path, asked, lea, "Lea Brandt");
		this.invitations.age(asked, 15);
		this.browser.perform(get(path))
			.andExpect(content().string(allOf(containsString(lea.email()), not(containsString(mia.email())))));
		this.invitations.age(asked, -15);
		leave(lea, null);
		assertSpeaker(path, asked, this.viewer, "Ada Admin");
	}

	@Test
	@DisplayName("B-19: in-app browsers get one line and keep the button")
	void inAppBrowsersAreRecognised() throws Exception {
		this.browser.perform(get(this.link).header("User-Agent", IN_INSTAGRAM))
			.andExpect(content().string(allOf(containsString("Diese Seite ist in einer App geöffnet"),
					containsString("Weiter zu Facebook"))));
	}

	@Test
	void thePictureIsForTheInvitedOnly() throws Exception {
		UUID other = this.channels.instagram(this.viewer, this.ana, "bistro_ana");
		this.browser.perform(get(this.link + "/picture").param("channel", other.toString()))
			.andExpect(status().isNotFound());
	}

	private String deadPage(String path, int status) throws Exception {
		String page = this.browser
			.perform(get(java.net.URI.create("http://localhost" + encoded(path))).param("lang", "en"))
			.andExpect(status().is(status))
			.andReturn()
			.getResponse()
			.getContentAsString();
		return page.replaceAll("<meta name=\"csrf\"[^>]*>", "");
	}

	private static String encoded(String path) {
		return "/connect/" + java.net.URLEncoder.encode(path.substring("/connect/".length()),
				java.nio.charset.StandardCharsets.UTF_8);
	}

	private void leave(Viewer member, @Nullable UUID successor) {
		Tenancy.within(this.viewer.organizationId(),
				() -> this.handovers.deactivate(this.viewer, member.memberId(), successor));
	}

	private void assertSpeaker(String path, UUID asked, Viewer speaker, String name) throws Exception {
		this.browser.perform(get(path))
			.andExpect(content().string(allOf(containsString(name), containsString(speaker.email()))));
		this.jdbc.sql("delete from mail where organization_id = ?").param(this.viewer.organizationId()).update();
		this.browser.perform(post(path + "/question").with(csrf()).param("question", "What do you see?"))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString(name)));
		assertThat(this.jdbc.sql("select recipient from mail where organization_id = ? and kind = 'QUESTION'")
			.param(this.viewer.organizationId())
			.query(String.class)
			.list()).containsExactly(speaker.email());
		assertThat(this.invitations.row(this.viewer, asked).senderName()).isEqualTo(name);
	}

	private InvitationState state() {
		return this.invitations.row(this.viewer, this.invitation).state();
	}

}
