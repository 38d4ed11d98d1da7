package io.channelkeeper.invitation.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.util.HtmlUtils;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.SameMoment;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.creator.NewCreator;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.invitation.CreatorRenewals;
import io.channelkeeper.invitation.InvitationConfirmed;
import io.channelkeeper.invitation.InvitationGlimpse;
import io.channelkeeper.invitation.InvitationService;
import io.channelkeeper.invitation.InvitationState;
import io.channelkeeper.invitation.InvitationUpkeep;
import io.channelkeeper.invitation.RenewalRefusedException;
import io.channelkeeper.invitation.TestInvitations;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.PortfolioRows;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * A creator is asked to renew everything that is due with one link (H-25, B-2).
 */
@ApplicationTest
@RecordApplicationEvents
class CreatorRenewalTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	TestChannels channels;

	@Autowired
	TestInvitations invitations;

	@Autowired
	InvitationService service;

	@Autowired
	InvitationUpkeep upkeep;

	@Autowired
	CreatorRenewals renewals;

	@Autowired
	PortfolioRows rows;

	@Autowired
	SameMoment sameMoment;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ApplicationEvents events;

	private Viewer admin;

	private Viewer mia;

	private String email;

	private UUID ana;

	private UUID first;

	private UUID second;

	@BeforeEach
	void letTwoChannelsEnd() {
		this.admin = this.organizations.make("Demo Foods");
		this.mia = this.organizations.member(this.admin, Role.MARKETER);
		this.email = "ana." + Ids.next() + "@kocht.example";
		this.ana = creator(Locale.GERMAN, new EmailAddress(this.email));
		this.first = this.rows.channel(this.admin, this.ana, "instagram", "anakocht");
		this.second = this.rows.channel(this.admin, this.ana, "instagram", "bistro_ana");
		this.rows.connect(this.admin, this.first, Duration.ofDays(6));
		this.rows.connect(this.admin, this.second, Duration.ofDays(8));
	}

	@Test
	@DisplayName("H-25: one mail for everything due that the creator connected, whoever clicks")
	void asksForEverythingDue() throws Exception {
		UUID healthy = this.rows.channel(this.admin, this.ana, "instagram", "ana_privat");
		this.rows.connect(this.admin, healthy, Duration.ofDays(40));
		UUID members = this.rows.channel(this.admin, this.ana, "instagram", "agentur_ana");
		this.rows.connect(this.admin, members, Duration.ofDays(-3));
		this.rows.connectedBy(this.admin, members);
		UUID never = this.rows.channel(this.admin, this.ana, "instagram", "neu_ana");
		press(this.mia, "MAIL", "/connections/reconnect?group=creators").andExpect(status().isSeeOther())
			.andExpect(redirectedUrl("/connections/reconnect?group=creators"))
			.andExpect(flash().attribute("message",
					matchesPattern("Ana Kocht was asked to renew @anakocht, @bistro_ana\\. The link is good until "
							+ "\\d{1,2} \\p{L}{3,4}( \\d{4})?\\.")));
		Map<UUID, InvitationGlimpse> asked = latest(this.first, this.second, healthy, members, never);
		assertThat(asked).containsOnlyKeys(this.first, this.second);
		assertThat(asked.values()).allMatch((glimpse) -> glimpse.byMail() && glimpse.state() == InvitationState.SENT)
			.extracting(InvitationGlimpse::invitationId)
			.containsOnly(invitation());
		MimeMessage mail = Mailbox.newest(this.email, 1);
		assertThat(mail.getSubject()).matches("Zwei Minuten: 2 Verbindungen bis \\d+\\. \\p{L}+ erneuern");
		assertThat(((InternetAddress) mail.getReplyTo()[0]).getAddress()).isEqualTo(this.mia.email());
		assertThat(Mailbox.text(mail))
			.contains("Demo Foods braucht eine neue Anmeldung von dir für diese 2 Kanäle",
					"@anakocht (Instagram): läuft am ", "@bistro_ana (Instagram): läuft am ", ">Erneuern</a>",
					"http://localhost:8080/connect/")
			.doesNotContain("??", "[(", "möchte", "@ana_privat", "@agentur_ana");
	}

	@Test
	@DisplayName("H-25: in English, and without a day once something is interrupted")
	void writesInTheCreatorsLanguage() throws Exception {
		String address = "ben." + Ids.next() + "@example.org";
		this.ana = creator(Locale.ENGLISH, new EmailAddress(address));
		UUID channel = this.rows.channel(this.admin, this.ana, "instagram", "benny");
		UUID broken = this.rows.connect(this.admin, channel, Duration.ofDays(5));
		press(this.mia, "MAIL", null).andExpect(redirectedUrl("/creators/" + this.ana));
		MimeMessage before = Mailbox.newest(address, 1);
		assertThat(before.getSubject()).matches("Two minutes: renew 1 connection by \\d+ \\p{L}+");
		this.rows.invalid(broken, "ACCESS_REVOKED");
		pass("61 minutes");
		press(this.mia, "MAIL", null);
		MimeMessage after = Mailbox.newest(address, 2);
		assertThat(after.getSubject()).isEqualTo("Two minutes: renew 1 connection");
		assertThat(Mailbox.text(after))
			.contains("Demo Foods needs a new sign-in from you for this channel:",
					"@benny (Instagram): no new figures since ", ">Renew</a>")
			.containsPattern("good until \\d{1,2} \\p{L}+ \\d{4}\\.")
			.doesNotContain("??", "would like to connect");
	}

	@Test
	@DisplayName("H-25: an open one is used again, and not mailed twice within an hour")
	void usesTheOpenOneAgain() throws Exception {
		press(this.mia, "MAIL", null);
		UUID invitation = invitation();
		press(this.admin, "MAIL", null).andExpect(status().isSeeOther())
			.andExpect(flash().attribute("message", startsWith("Ana Kocht was asked within the last hour.")));
		assertThat(press(this.admin, "COPY", null).andReturn().getResponse().getContentAsString())
			.contains("/connect/");
		assertThat(invitation()).isEqualTo(invitation);
		pass("61 minutes");
		press(this.admin, "MAIL", null);
		Mailbox.newest(this.email, 2);
		assertThat(invitation()).isEqualTo(invitation);
		assertThat(Mailbox.all(this.email)).hasSize(2);
	}

	@Test
	@DisplayName("H-25: two at the same moment are one invitation and one mail")
	void twoAtTheSameMomentAreOne() {
		RenewalRefusedException second = Tenancy.within(this.admin.organizationId(), () -> {
			try {
				return this.sameMoment.second(() -> this.renewals.mail(this.mia, this.ana),
						() -> catchThrowableOfType(RenewalRefusedException.class, () -> Tenancy
							.within(this.admin.organizationId(), () -> this.renewals.mail(this.admin, this.ana))));
			}
			catch (Exception ex) {
				throw new AssertionError(ex);
			}
		});
		assertThat(second.reason()).isEqualTo(RenewalRefusedException.Reason.JUST_SENT);
		assertThat(count()).isOne();
	}

	@Test
	@DisplayName("H-25: without an address only a message or a QR code, plainly said")
	void passesLinksOnWithoutAnAddress() throws Exception {
		this.ana = creator(Locale.ENGLISH, null);
		UUID channel = this.rows.channel(this.admin, this.ana, "instagram", "benny");
		this.rows.invalid(this.rows.connect(this.admin, channel, Duration.ofDays(5)), "PASSWORD_CHANGED");
		press(this.mia, "MAIL", "/portfolio").andExpect(redirectedUrl("/portfolio"))
			.andExpect(flash().attribute("message",
					is("There is no e-mail address of Ana Kocht: copy the message or show the QR code instead.")));
		assertThat(count()).isZero();
		String copied = page(press(this.mia, "COPY", "/connections?sort=urgent"));
		assertThat(copied)
			.contains("@benny needs a new sign-in. It takes about two minutes, you sign in yourself as you did before:",
					"http://localhost:8080/connect/", "href=\"/connections?sort=urgent\"")
			.doesNotContain("would like to connect", "??");
		assertThat(page(press(this.mia, "QR", null))).contains("class=\"qr\"", "Link for Ana Kocht",
				"href=\"/creators/" + this.ana + "\"");
	}

	@Test
	@DisplayName("nothing due: a plain sentence and no invitation")
	void makesNothingOfNothing() throws Exception {
		this.jdbc.sql("update social_login set deadline = deadline + interval '60 days' where organization_id = ?")
			.param(this.admin.organizationId())
			.update();
		for (String via : List.of("MAIL", "COPY", "QR")) {
			press(this.mia, via, null).andExpect(status().isSeeOther())
				.andExpect(flash().attribute("message", is("Nothing that Ana Kocht connected has to be renewed now.")));
		}
		assertThat(count()).isZero();
	}

	@Test
	@DisplayName("H-23: 404 for another organization's creator; forged and unknown requests do nothing")
	void refusesForgedRequests() throws Exception {
		press(this.organizations.make("Other"), "MAIL", null).andExpect(status().isNotFound());
		press(this.mia, "PIGEON", null).andExpect(status().isBadRequest());
		this.mvc
			.perform(post("/creators/{id}/renew", this.ana).param("via", "MAIL")
				.with(this.organizations.signedIn(this.mia)))
			.andExpect(status().isForbidden());
		press(this.mia, "MAIL", "https://evil.example/").andExpect(redirectedUrl("/creators/" + this.ana));
		assertThat(count()).isOne();
	}

	@Test
	@DisplayName("H-25: the invite page for one that is due ticks everything that is due")
	void ticksEverythingDue() throws Exception {
		UUID healthy = this.rows.channel(this.admin, this.ana, "instagram", "ana_privat");
		this.rows.connect(this.admin, healthy, Duration.ofDays(40));
		UUID never = this.rows.channel(this.admin, this.ana, "instagram", "neu_ana");
		String page = page(invite(this.first));
		assertThat(page).contains("Ask Ana Kocht to renew</h1>", "to be renewed");
		assertThat(ticked(page)).containsExactlyInAnyOrder(this.first.toString(), this.second.toString());
		assertThat(ticked(page(invite(healthy)))).containsExactly(healthy.toString());
		String both = page(invite(null));
		assertThat(both).contains("Invite Ana Kocht</h1>");
		assertThat(ticked(both)).containsExactly(never.toString());
		String preview = page(this.mvc.perform(post("/creators/{id}/invite/preview", this.ana)
			.param("channels", this.first.toString(), this.second.toString())
			.param("in", "en")
			.with(this.organizations.signedIn(this.mia))
			.with(csrf())));
		assertThat(preview).contains("Two minutes: renew 2 connections by ", "@anakocht needs a new sign-in",
				"@bistro_ana (Instagram): expires on ");
	}

	@Test
	@DisplayName("H-7: one sign-in renews all that hangs on it, and the page says so")
	void oneSignInRenewsAll() throws Exception {
		UUID creator = this.creators.ana(this.admin);
		this.jdbc.sql("update channel set archived_at = added_at where id in (?, ?)")
			.params(this.first, this.second)
			.update();
		UUID kocht = this.channels.instagram(this.admin, creator, "anakocht");
		UUID bistro = this.channels.instagram(this.admin, creator, "bistro_ana");
		CreatorWalk walk = new CreatorWalk(this.mvc);
		for (UUID channel : List.of(kocht, bistro)) {
			String link = this.invitations.link(this.admin, this.invitations.make(this.admin, creator, channel));
			assertThat(page(this.mvc.perform(get(link)))).contains("möchte")
				.doesNotContain("braucht eine neue Anmeldung");
			walk.walk(link, channel, "ana");
		}
		this.jdbc
			.sql("update social_login set invalid_cause = 'PASSWORD_CHANGED', invalid_since = connected_at "
					+ "where organization_id = ? and external_user_id <> id::text")
			.param(this.admin.organizationId())
			.update();
		this.events.clear();
		String message = page(press(creator, this.mia, "COPY", null));
		assertThat(message).contains("@anakocht, @bistro_ana brauchen eine neue Anmeldung. Das dauert");
		Matcher link = Pattern.compile("(/connect/[\\w-]+)").matcher(message);
		assertThat(link.find()).isTrue();
		assertThat(page(this.mvc.perform(get(link.group(1)))))
			.contains("@anakocht braucht eine neue Anmeldung</h1>", "0 von 2 erneuert",
					"Demo Foods bittet dich um eine neue Anmeldung")
			.doesNotContain("möchte", "??");
		String end = walk.walk(link.group(1), kocht, "ana");
		assertThat(page(this.mvc.perform(get(end)))).contains("@anakocht ist verbunden", "Fertig")
			.doesNotContain("Weiter mit");
		assertThat(latest(kocht, bistro).values()).allMatch((glimpse) -> glimpse.state() == InvitationState.CONFIRMED);
		assertThat(this.events.stream(InvitationConfirmed.class)).singleElement()
			.extracting(InvitationConfirmed::channels)
			.isEqualTo(2);
	}

	@Test
	@DisplayName("B-22: the reminder speaks of renewing, and stays away once nothing is due")
	void remindsInTheSameWords() throws Exception {
		press(this.mia, "MAIL", null);
		Mailbox.newest(this.email, 1);
		Tenancy.within(this.admin.organizationId(), () -> this.service.remind(this.mia, invitation()));
		MimeMessage mail = Mailbox.newest(this.email, 2);
		assertThat(mail.getSubject()).startsWith("Erinnerung: 2 Verbindungen bis ");
		assertThat(Mailbox.text(mail)).contains("dies ist eine Erinnerung", "läuft am ").doesNotContain("möchte");
		this.jdbc.sql("update invitation set reminded_at = null where creator_id = ?").param(this.ana).update();
		this.jdbc.sql("update social_login set deadline = deadline + interval '60 days' where organization_id = ?")
			.param(this.admin.organizationId())
			.update();
		assertThat(Tenancy.<Boolean>within(this.admin.organizationId(),
				() -> this.upkeep.remind(new InvitationUpkeep.DueReminder(this.admin.organizationId(), invitation()))))
			.isTrue();
		assertThat(this.jdbc.sql("select count(*) from mail where organization_id = ?")
			.param(this.admin.organizationId())
			.query(Long.class)
			.single()).isEqualTo(2);
	}

	@Test
	@DisplayName("what a member connected is no renewal for the creator")
	void callsAFirstSignInWhatItIs() throws Exception {
		this.rows.connectedBy(this.admin, this.first);
		UUID invitation = this.invitations.make(this.mia, this.ana, this.first, this.second);
		assertThat(page(this.mvc.perform(get(this.invitations.link(this.mia, invitation))))).contains("möchte")
			.doesNotContain("braucht eine neue Anmeldung");
		assertThat(page(this.mvc
			.perform(get(this.invitations.link(this.mia, this.invitations.make(this.mia, this.ana, this.second))))))
			.contains("@bistro_ana braucht eine neue Anmeldung");
	}

	private UUID creator(Locale language, @Nullable EmailAddress address) {
		return this.creators.add(this.admin, new NewCreator("Ana Kocht", address, language, null, List.of()));
	}

	private ResultActions press(Viewer viewer, String via, @Nullable String from) throws Exception {
		return press(this.ana, viewer, via, from);
	}

	private ResultActions press(UUID creator, Viewer viewer, String via, @Nullable String from) throws Exception {
		var request = post("/creators/{id}/renew", creator).param("via", via)
			.with(this.organizations.signedIn(viewer))
			.with(csrf());
		return this.mvc.perform((from != null) ? request.param("from", from) : request);
	}

	private ResultActions invite(@Nullable UUID channel) throws Exception {
		var request = get("/creators/{id}/invite", this.ana).with(this.organizations.signedIn(this.mia));
		return this.mvc.perform((channel != null) ? request.param("channel", channel.toString()) : request);
	}

	private static List<String> ticked(String page) {
		return Pattern.compile("name=\"channels\"\\s+value=\"([^\"]+)\"\\s+checked")
			.matcher(page)
			.results()
			.map((found) -> found.group(1))
			.toList();
	}

	private static String page(ResultActions answer) throws Exception {
		return HtmlUtils.htmlUnescape(answer.andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
	}

	private Map<UUID, InvitationGlimpse> latest(UUID... ids) {
		return Tenancy.within(this.admin.organizationId(), () -> this.service.latestOf(List.of(ids)));
	}

	private UUID invitation() {
		return this.jdbc.sql("select id from invitation where creator_id = ?")
			.param(this.ana)
			.query(UUID.class)
			.single();
	}

	private long count() {
		return this.jdbc.sql("select count(*) from invitation where organization_id = ?")
			.param(this.admin.organizationId())
			.query(Long.class)
			.single();
	}

	private void pass(String time) {
		this.jdbc.sql("update invitation set mailed_at = mailed_at - cast(? as interval) where creator_id = ?")
			.params(time, this.ana)
			.update();
	}

}
