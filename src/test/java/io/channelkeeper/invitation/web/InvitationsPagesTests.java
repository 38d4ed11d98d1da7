package io.channelkeeper.invitation.web;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.creator.NewCreator;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.invitation.InvitationState;
import io.channelkeeper.invitation.TestInvitations;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.PortfolioRows;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.Ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApplicationTest
class InvitationsPagesTests {

	private static final Pattern LINK = Pattern.compile("http://localhost:8080(/connect/[\\w-]{43})");

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
	PortfolioRows rows;

	@Autowired
	JdbcClient jdbc;

	Viewer viewer;

	EmailAddress email;

	UUID ana;

	UUID channel;

	@BeforeEach
	void prepare() {
		this.viewer = this.organizations.make("Demo Foods");
		this.email = new EmailAddress("ana." + Ids.next() + "@kocht.example");
		this.ana = this.creators.add(this.viewer,
				new NewCreator("Ana Kocht", this.email, Locale.GERMAN, null, List.of()));
		this.channel = this.channels.instagram(this.viewer, this.ana, "anakocht");
	}

	@Test
	@DisplayName("I-1: the mail carries a link, the checklist and the sender, in the creator's language")
	void sendsTheInvitation() throws Exception {
		page("/creators/" + this.ana + "/invite").andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString("Invite Ana Kocht"), containsString("@anakocht"),
					containsString(this.email.value()), containsString("Send invitation"), not(containsString("??")))));
		invite("send", this.email.value()).andExpect(status().is3xxRedirection())
			.andExpect(redirectedUrl("/creators/" + this.ana));
		var mail = Mailbox.newest(this.email.value(), 1);
		assertThat(mail.getSubject()).isEqualTo("Demo Foods möchte deinen Instagram-Kanal verbinden");
		assertThat(mail.getReplyTo()[0].toString()).contains(this.viewer.email());
		assertThat(mail.getFrom()[0].toString()).contains("Demo Foods");
		String text = Mailbox.text(mail);
		assertThat(text)
			.contains("Hallo Ana Kocht", "Das brauchst du", "Kann nicht: posten", "Magst du mitmachen?", "Ada Admin")
			.doesNotContain("??");
		this.browser.perform(get(link(text))).andExpect(status().isOk());
	}

	@Test
	@DisplayName("B-19: message, link and QR code are each a further live link, shown once")
	void passesLinksOn() throws Exception {
		String message = invite("message", "").andExpect(status().isOk())
			.andExpect(content().string(containsString("Hallo Ana Kocht")))
			.andReturn()
			.getResponse()
			.getContentAsString();
		String qr = invite("qr", "").andExpect(content().string(containsString("<svg class=\"qr\"")))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(link(message)).isNotEqualTo(link(qr));
		this.browser.perform(get(link(message))).andExpect(status().isOk());
		this.browser.perform(get(link(qr))).andExpect(status().isOk());
		assertThat(this.jdbc.sql("select count(*) from invitation where creator_id = :id")
			.param("id", this.ana)
			.query(Long.class)
			.single()).isOne();
	}

	@Test
	void keepsWhatWasTyped() throws Exception {
		this.browser
			.perform(post("/creators/" + this.ana + "/invite").with(csrf())
				.with(this.organizations.signedIn(this.viewer))
				.param("action", "send")
				.param("recipient", "nonsense")
				.param("language", "de")
				.param("message", "My own words")
				.param("validUntil", LocalDate.now(java.time.ZoneOffset.UTC).minusDays(3).toString()))
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(allOf(containsString("My own words"), containsString("nonsense"),
					containsString("This is no e-mail address."), containsString("Choose at least one channel."),
					containsString("Choose a day from tomorrow on"))));
		invite("send", "").andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("There is no e-mail address")));
	}

	@Test
	void previewsInTheCreatorsLanguage() throws Exception {
		preview("de").andExpect(content().string(allOf(containsString("möchte deinen Instagram-Kanal verbinden"),
				containsString("Weiter zu Instagram"), containsString("Einladung öffnen"), not(containsString("??")))));
		preview("en").andExpect(content().string(containsString("would like to connect your Instagram channel")));
	}

	@Test
	@DisplayName("I-13: the preparation alone, to send or to copy")
	void sendsThePreparationAlone() throws Exception {
		page("/creators/" + this.ana + "/preparation")
			.andExpect(content().string(allOf(containsString("Das brauchst du"), not(containsString("/connect/")))));
		this.browser
			.perform(post("/creators/" + this.ana + "/preparation").with(csrf())
				.with(this.organizations.signedIn(this.viewer))
				.param("channels", this.channel.toString())
				.param("recipient", this.email.value()))
			.andExpect(redirectedUrl("/creators/" + this.ana));
		assertThat(Mailbox.text(Mailbox.newest(this.email.value(), 1))).contains("Das brauchst du")
			.doesNotContain("/connect/");
		page("/creators/" + this.ana + "/channels/" + this.channel + "/instructions")
			.andExpect(content().string(containsString("So wechselst du")));
	}

	@Test
	void countersAreFilters() throws Exception {
		UUID invitation = this.invitations.make(this.viewer, this.ana, this.channel);
		this.browser.perform(post(this.invitations.link(this.viewer, invitation) + "/seen").with(csrf()));
		page("/invitations").andExpect(content().string(allOf(containsString("Sent 1"), containsString("opened 1"),
				containsString("confirmed 0"), containsString("Ana Kocht"))));
		page("/invitations?state=opened").andExpect(content().string(containsString("Ana Kocht")));
		page("/invitations?state=confirmed").andExpect(
				content().string(allOf(not(containsString("Ana Kocht")), containsString("No invitation matches."))));
		page("/invitations?state=nonsense&stuck=%3Cscript%3E&from=nonsense").andExpect(status().isOk());
	}

	@Test
	@DisplayName("I-14: the answer to a stuck creator is ready written in the creator's language")
	void theAnswerIsReadyWritten() throws Exception {
		UUID invitation = this.invitations.make(this.viewer, this.ana, this.channel);
		String link = this.invitations.link(this.viewer, invitation);
		new CreatorWalk(this.browser).walk(link, this.channel, "ben");
		page("/invitations").andExpect(content().string(allOf(containsString("Stuck: no Facebook page"),
				containsString("most get stuck at: no Facebook page (1)"), containsString("Hallo Ana Kocht"),
				containsString("Zu deinem Login gehört keine Facebook-Seite"), containsString("Copy answer"),
				containsString("Öffne dann deinen Link noch einmal"), not(containsString("diese Seite zurück")))));
		page("/invitations?stuck=NO_PAGE").andExpect(content().string(containsString("Ana Kocht")));
	}

	@Test
	void theCounterNamesNoEmptyPermission() throws Exception {
		UUID invitation = this.invitations.make(this.viewer, this.ana, this.channel);
		this.jdbc.sql("update invitation_channel set state = 'OPENED', diagnosis = ? where invitation_id = ?")
			.params("PERMISSION_DECLINED", invitation)
			.update();
		page("/invitations").andExpect(content().string(containsString("most get stuck at: a permission off (1)")));
	}

	@Test
	void aRefusedMailLeadsToTheAddress() throws Exception {
		UUID invitation = this.invitations.make(this.viewer, this.ana, this.channel);
		this.rows.refuseMail(this.viewer, invitation);
		page("/invitations").andExpect(content().string(allOf(containsString("Mail refused: check the address"),
				containsString("/creators/" + this.ana + "/invite\">Correct the address"),
				not(containsString(">Remind<")))));
	}

	@Test
	void saysWhenThereIsNothingToInviteFor() throws Exception {
		this.rows.connect(this.viewer, this.channel, Duration.ofDays(3));
		page("/creators/" + this.ana + "/invite")
			.andExpect(content().string(allOf(containsString("Every channel of Ana Kocht is connected"),
					not(containsString("Send invitation")))));
		page("/creators/" + this.ana + "/invite?channel=" + this.channel)
			.andExpect(content().string(containsString("Send invitation")));
		UUID ben = this.creators.named(this.viewer, "Ben");
		page("/creators/" + ben + "/invite").andExpect(content().string(
				allOf(containsString("Ben has no channel yet"), containsString("/creators/" + ben + "/channels/new"))));
	}

	@Test
	void remindsRenewsAndCancels() throws Exception {
		UUID invitation = this.invitations.make(this.viewer, this.ana, this.channel);
		String old = this.invitations.link(this.viewer, invitation);
		act(invitation, "remind").andExpect(redirectedUrl("/invitations"));
		this.browser.perform(get(old)).andExpect(status().isOk());
		act(invitation, "renew").andExpect(redirectedUrl("/invitations"));
		this.browser.perform(get(old)).andExpect(status().isNotFound());
		page("/invitations/" + invitation + "/cancel")
			.andExpect(content().string(containsString("Cancel the invitation to Ana Kocht?")));
		act(invitation, "cancel").andExpect(redirectedUrl("/invitations"));
		assertThat(this.invitations.row(this.viewer, invitation).state()).isEqualTo(InvitationState.REVOKED);
		act(invitation, "remind").andExpect(status().isConflict());
	}

	@Test
	void eachCreatorGetsOneInvitation() throws Exception {
		this.channels.instagram(this.viewer, this.ana, "bistro_ana");
		UUID ben = this.creators.named(this.viewer, "Ben Sommer");
		this.channels.instagram(this.viewer, ben, "bensommer");
		UUID cleo = this.creators.named(this.viewer, "Cleo Winter");
		this.browser
			.perform(post("/invitations/bulk").with(csrf())
				.with(this.organizations.signedIn(this.viewer))
				.param("creator", this.ana.toString(), ben.toString(), cleo.toString()))
			.andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString("1 invitation was sent."),
					containsString("No e-mail address"), containsString("Nothing left to connect"))));
		assertThat(Mailbox.newest(this.email.value(), 1).getSubject())
			.isEqualTo("Demo Foods möchte deine 2 Kanäle verbinden");
	}

	@Test
	void anotherOrganizationSeesNothing() throws Exception {
		UUID invitation = this.invitations.make(this.viewer, this.ana, this.channel);
		this.viewer = this.organizations.make("Others");
		page("/invitations").andExpect(content().string(not(containsString("Ana Kocht"))));
		page("/creators/" + this.ana + "/invite").andExpect(status().isNotFound());
		page("/creators/" + this.ana + "/preparation").andExpect(status().isNotFound());
		page("/invitations/" + invitation + "/cancel").andExpect(status().isNotFound());
		for (String action : List.of("remind", "renew", "renew-link", "cancel")) {
			act(invitation, action).andExpect(status().isNotFound());
		}
		this.browser
			.perform(post("/invitations/bulk").with(csrf())
				.with(this.organizations.signedIn(this.viewer))
				.param("creator", this.ana.toString()))
			.andExpect(status().isNotFound());
	}

	@Test
	void anUnchangedListIsNotSentAgain() throws Exception {
		this.invitations.make(this.viewer, this.ana, this.channel);
		String page = page("/invitations").andReturn().getResponse().getContentAsString();
		Matcher known = Pattern.compile("known=([0-9a-f]+)").matcher(page);
		assertThat(known.find()).isTrue();
		this.browser
			.perform(get("/invitations?known=" + known.group(1)).header("HX-Request", "true")
				.with(this.organizations.signedIn(this.viewer)))
			.andExpect(status().isNoContent());
	}

	private ResultActions page(String address) throws Exception {
		return this.browser.perform(get(URI.create(address)).with(this.organizations.signedIn(this.viewer)));
	}

	private ResultActions act(UUID invitation, String action) throws Exception {
		return this.browser.perform(post("/invitations/" + invitation + "/" + action).with(csrf())
			.with(this.organizations.signedIn(this.viewer)));
	}

	private ResultActions invite(String action, String recipient) throws Exception {
		return this.browser.perform(post("/creators/" + this.ana + "/invite").with(csrf())
			.with(this.organizations.signedIn(this.viewer))
			.param("action", action)
			.param("channels", this.channel.toString())
			.param("recipient", recipient)
			.param("language", "de")
			.param("message", "Magst du mitmachen?"));
	}

	private ResultActions preview(String language) throws Exception {
		return this.browser.perform(post("/creators/" + this.ana + "/invite/preview").with(csrf())
			.with(this.organizations.signedIn(this.viewer))
			.header("HX-Request", "true")
			.param("channels", this.channel.toString())
			.param("in", language));
	}

	private static String link(String text) {
		Matcher link = LINK.matcher(text);
		assertThat(link.find()).isTrue();
		return link.group(1);
	}

}
