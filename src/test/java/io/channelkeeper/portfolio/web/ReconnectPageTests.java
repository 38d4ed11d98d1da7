package io.channelkeeper.portfolio.web;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.StatementCounter;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.PortfolioRows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * The list of what is interrupted: in three parts, for each role.
 */
@ApplicationTest
class ReconnectPageTests {

	private static final String PAGE = "/connections/reconnect";

	private static final String BUTTON = "class=\"btn btn-small\" ";

	private static final String NOW = "You can do now";

	private static final String CREATORS = "Creators have to do";

	private static final String WAITING = "Waiting";

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	PortfolioRows rows;

	@Autowired
	JdbcClient jdbc;

	private Viewer viewer;

	private Viewer jonas;

	private UUID ana;

	@BeforeEach
	void makeCreator() {
		this.viewer = this.organizations.make("Atelier");
		this.jonas = this.organizations.member(this.viewer, Role.MANAGER);
		this.ana = this.rows.creator(this.viewer, "Ana Kocht");
	}

	@Test
	@DisplayName("P-1, H-16: a missing or old picture has a mark whose text is the reason")
	void marksMissingPictures() throws Exception {
		UUID missing = ofMember("missing");
		UUID old = ofCreator("old");
		this.rows.picture(this.viewer, old, "abc");
		assertThat(page(this.viewer)).containsSubsequence(row(missing), "face-mark",
				"No picture: the connection to Instagram is interrupted (Invalid: password changed).", row(old),
				"/pictures/abc", "face-mark", ", no newer one: the connection to Instagram is interrupted (");
	}

	@Test
	@DisplayName("H-25: three parts, by who connected and who was asked; what works is not there")
	void sortsByWhoseMoveItIs() throws Exception {
		UUID mine = ofMember("mine");
		UUID hers = ofCreator("hers");
		UUID asked = ofMember("asked");
		this.rows.ask(this.organizations.member(this.viewer, Role.MARKETER), asked, this.jonas, Duration.ofHours(50));
		UUID invited = ofCreator("invited");
		this.rows.invite(this.viewer, this.ana, invited, "SENT", null);
		this.rows.connect(this.viewer, channel("healthy"), Duration.ofDays(90));
		String page = page(this.viewer);
		assertThat(page).containsSubsequence(NOW, row(mine), CREATORS, row(hers), WAITING, row(asked))
			.contains(row(invited), "Mia Marketer asked Max MANAGER 2 days ago",
					"Ada Admin asked Ana Kocht just now, not opened")
			.contains("Invalid: password changed", " no new figures and pictures<",
					"Sign in again, nothing else is lost")
			.doesNotContain("healthy", "??", "class=\"alarm note-attention\"");
		assertThat(page.indexOf(row(invited))).isGreaterThan(page.indexOf(WAITING));
	}

	@Test
	@DisplayName("H-25, B-17: whatever is asked from here waits at once, and calls nobody any more")
	void askingMovesRowsOn() throws Exception {
		UUID mine = ofMember("mine");
		UUID hers = ofCreator("hers");
		Viewer mia = this.organizations.member(this.viewer, Role.MARKETER);
		this.mvc.perform(sent("/channels/" + mine + "/ask", mia)).andExpect(redirectedUrl(PAGE));
		assertThat(page(mia)).containsSubsequence(CREATORS, row(hers), WAITING, row(mine),
				"Mia Marketer asked Max MANAGER");
		this.mvc.perform(sent("/creators/" + this.ana + "/renew", mia).param("via", "COPY")).andExpect(status().isOk());
		assertThat(page(this.jonas))
			.contains(WAITING, row(mine), row(hers), "Mia Marketer asked Ana Kocht just now, not opened",
					BUTTON + "href=\"/channels/" + mine + "/connect?from=")
			.doesNotContain(NOW, CREATORS, "alarm-mark\"><svg");
	}

	@Test
	@DisplayName("three days after somebody was asked it is everybody’s move again")
	void waitsForThreeDays() throws Exception {
		this.rows.ask(this.viewer, ofMember("mine"), this.jonas, Duration.ofHours(73));
		UUID hers = ofCreator("hers");
		this.rows.invite(this.viewer, this.ana, hers, "SENT", null);
		assertThat(page(this.viewer)).contains(NOW, WAITING).doesNotContain(CREATORS, "asked Max");
		this.jdbc.sql("update invitation set created_at = ? where creator_id = ?")
			.params(this.rows.instant().minus(Duration.ofHours(73)).atOffset(ZoneOffset.UTC), this.ana)
			.update();
		assertThat(page(this.viewer)).contains(NOW, CREATORS).doesNotContain(WAITING);
	}

	@Test
	@DisplayName("B-17: what was asked of somebody who left is asked of somebody else")
	void asksAnewWhereSomebodyLeft() throws Exception {
		UUID mine = ofMember("mine");
		Viewer mia = this.organizations.member(this.viewer, Role.MARKETER);
		this.rows.ask(mia, mine, this.jonas, Duration.ZERO);
		assertThat(page(mia)).contains(WAITING).doesNotContain(NOW, "/channels/" + mine + "/ask");
		this.jdbc.sql("update member set active = false where id = ?").param(this.jonas.memberId()).update();
		assertThat(page(mia)).contains(NOW, "/channels/" + mine + "/ask").doesNotContain(WAITING);
	}

	@Test
	@DisplayName("opened or not is said of what a creator was asked")
	void saysWhetherItWasOpened() throws Exception {
		UUID invitation = this.rows.invite(this.viewer, this.ana, ofCreator("hers"), "OPENED", null);
		this.jdbc.sql("update invitation_channel set opened_at = ? where invitation_id = ?")
			.params(this.rows.instant().minus(Duration.ofHours(3)).atOffset(ZoneOffset.UTC), invitation)
			.update();
		assertThat(page(this.viewer)).contains("Ada Admin asked Ana Kocht just now, opened 3 hours ago");
	}

	@Test
	@DisplayName("H-25: opened or not is said of what a colleague was asked, too")
	void saysWhetherAColleagueOpenedIt() throws Exception {
		UUID mine = ofMember("mine");
		this.rows.ask(this.viewer, mine, this.jonas, Duration.ofHours(50));
		assertThat(page(this.viewer)).contains("Ada Admin asked Max MANAGER 2 days ago, not opened");
		body(get("/channels/{id}/connect", mine).with(this.organizations.signedIn(this.jonas)));
		assertThat(page(this.viewer)).contains("Ada Admin asked Max MANAGER 2 days ago, opened just now");
		this.organizations.speak(this.viewer, "de");
		assertThat(page(this.viewer)).contains("Ada Admin hat Max MANAGER vor 2 Tagen gebeten, geöffnet ");
	}

	@Test
	@DisplayName("M-22, M-35: each row folds out what may be behind it and the way out, in one copy")
	void foldsTheWayOut() throws Exception {
		UUID hers = ofCreator("hers");
		assertThat(page(this.viewer))
			.containsSubsequence(row(hers), "<details class=\"ways-out\">", "<summary>What to do</summary>",
					"password changed</strong>", "<li>Sign in at facebook.com once.", "Or: security check</strong>",
					"Wait another 24 hours", "href=\"/help/instagram?about=PASSWORD_CHANGED#PASSWORD_CHANGED\"",
					"</details>")
			.containsOnlyOnce("class=\"ways-out\"");
		this.organizations.speak(this.viewer, "de");
		assertThat(page(this.viewer)).contains("<summary>Was zu tun ist</summary>", "Oder: Sicherheitsprüfung",
				"Warte weitere 24 Stunden");
		this.rows.mend(login(hers));
		this.jdbc.sql("update social_login set deadline = connected_at where id = ?").param(login(hers)).update();
		assertThat(page(this.viewer)).contains("<strong>Abgelaufen</strong>", "Die Zeit, die Facebook gibt, ist um.",
				"href=\"/help/instagram\"");
	}

	@ParameterizedTest
	@EnumSource(Role.class)
	@DisplayName("H-3, H-4, B-17: who may reconnects, who may not asks whoever connected it")
	void offersWhatOneMay(Role role) throws Exception {
		UUID mine = ofMember("mine");
		Viewer member = (role == Role.ADMIN) ? this.viewer : this.organizations.member(this.viewer, role);
		String reconnect = BUTTON + "href=\"/channels/" + mine + "/connect?from=%2Fconnections%2Freconnect\"";
		String ask = "<form method=\"post\" action=\"/channels/" + mine + "/ask?from=%2Fconnections%2Freconnect\">";
		String button = "<button class=\"btn btn-small\" type=\"submit\">Ask Max MANAGER to reconnect<";
		if (role == Role.MARKETER) {
			assertThat(page(member))
				.contains(ask, button, "Last connected by Max MANAGER on ", "You can ask for it to be reconnected.")
				.doesNotContain("/connect?from=");
		}
		else {
			assertThat(page(member)).contains(reconnect).doesNotContain(button, "You can ask for it");
		}
	}

	@Test
	@DisplayName("H-3: a marketer reconnects for creators looked after, if the organization allows it")
	void marketersReconnectTheirOwn() throws Exception {
		Viewer mia = this.organizations.member(this.viewer, Role.MARKETER);
		UUID hers = this.rows.creator(this.viewer, "Bea", mia.memberId());
		UUID channel = this.rows.channel(this.viewer, hers, "instagram", "bea");
		this.rows.invalid(this.rows.connect(this.viewer, channel, null), "PASSWORD_CHANGED");
		this.rows.connectedBy(this.jonas, channel);
		this.jdbc.sql("update organization set marketers_may_connect = true where id = ?")
			.param(this.viewer.organizationId())
			.update();
		assertThat(page(mia)).contains(BUTTON + "href=\"/channels/" + channel + "/connect?from=");
		this.jdbc.sql("update organization set marketers_may_connect = false where id = ?")
			.param(this.viewer.organizationId())
			.update();
		assertThat(page(mia)).contains("/channels/" + channel + "/ask?from=")
			.doesNotContain(channel + "/connect?from=");
	}

	@Test
	@DisplayName("H-7: what hangs on one sign-in stands together under one button")
	void reconnectsAllOfALogin() throws Exception {
		UUID other = ofMember("other");
		UUID first = ofMember("first");
		UUID second = ofMember("second");
		UUID login = login(first);
		this.rows.hangOn(login, second);
		String page = page(this.viewer);
		assertThat(page)
			.contains("2 channels hang on one sign-in at Facebook", ">Reconnect all 2<",
					"Last connected by Max MANAGER on ", row(other))
			.containsOnlyOnce("/channels/" + other + "/connect?from=");
		assertThat(page.split("/channels/(" + first + "|" + second + ")/connect\\?from=", -1)).hasSize(2);
		Viewer mia = this.organizations.member(this.viewer, Role.MARKETER);
		assertThat(page(mia)).contains("/channels/" + first + "/ask", "/channels/" + second + "/ask")
			.doesNotContain("Reconnect all");
	}

	@Test
	@DisplayName("H-25: one button asks a creator for everything, by mail, message or QR code")
	void asksCreatorsOnce() throws Exception {
		UUID first = ofCreator("first");
		UUID second = ofCreator("second");
		assertThat(page(this.organizations.member(this.viewer, Role.MARKETER)))
			.contains("action=\"/creators/" + this.ana + "/renew\"", ">Ask Ana Kocht to renew<", "value=\"COPY\"",
					">Show QR code<", "value=\"QR\"", row(first), row(second))
			.doesNotContain("value=\"MAIL\"", "/connect?from=");
		this.jdbc.sql("update creator set email = 'ana@example.org' where id = ?").param(this.ana).update();
		assertThat(page(this.jonas)).containsOnlyOnce("value=\"MAIL\"")
			.containsSubsequence("value=\"MAIL\"", ">Ask Ana Kocht to renew<", ">Copy message<", ">Show QR code<")
			.as("the other way stands in the menu")
			.contains("/channels/" + first + "/connect?from=%2Fconnections%2Freconnect");
	}

	@Test
	@DisplayName("B-18: a missing key is the operator’s; admins read what to do, others wait")
	void offersNoReconnectWithoutTheKey() throws Exception {
		UUID hers = ofCreator("hers");
		this.rows.unreadable(login(hers));
		this.rows.invite(this.viewer, this.ana, hers, "SENT", null);
		assertThat(page(this.viewer)).contains(NOW, "Key missing", "href=\"/admin/networks#keys\"", "What to do")
			.doesNotContain(CREATORS, WAITING, BUTTON + "href=\"/channels/", "/renew");
		assertThat(page(this.jonas)).contains(WAITING, "Key missing").doesNotContain(NOW, "/admin/networks", BUTTON);
	}

	@Test
	void theMostUrgentComesFirst() throws Exception {
		UUID expired = channel("expired");
		this.rows.connect(this.viewer, expired, Duration.ofDays(-9));
		this.rows.connectedBy(this.jonas, expired);
		UUID late = ofMember("late");
		UUID early = ofMember("early");
		this.jdbc.sql("update social_login set invalid_since = ? where id = ?")
			.params(this.rows.instant().minus(Duration.ofDays(2)).atOffset(ZoneOffset.UTC), login(early))
			.update();
		assertThat(page(this.viewer)).containsSubsequence(row(early), row(late), row(expired));
	}

	@ParameterizedTest
	@CsvSource({ "en,Nothing is interrupted.,Last checked 3 minutes ago.",
			"de,Nichts ist unterbrochen.,Zuletzt geprüft vor 3 Minuten." })
	@DisplayName("H-19: it says so when nothing is interrupted, and when that was looked at")
	void saysThatAllIsWell(String language, String well, String checked) throws Exception {
		this.organizations.speak(this.viewer, language);
		assertThat(page(this.viewer)).contains(well).doesNotContain("Last checked", "Zuletzt");
		UUID login = this.rows.connect(this.viewer, channel("fine"), null);
		this.jdbc.sql("update social_login set checked_at = ? where id = ?")
			.params(this.rows.instant().minus(Duration.ofSeconds(200)).atOffset(ZoneOffset.UTC), login)
			.update();
		Viewer other = this.organizations.make("Other");
		UUID theirs = this.rows.channel(other, this.rows.creator(other, "Eva"), "tiktok", "eva");
		this.rows.invalid(this.rows.connect(other, theirs, null), "TOKEN_REJECTED");
		assertThat(page(this.viewer)).contains(well + " " + checked).doesNotContain(row(theirs), "??");
		assertThat(page(other)).contains(row(theirs)).doesNotContain("Ana Kocht");
	}

	@Test
	void speaksGerman() throws Exception {
		this.organizations.speak(this.jonas, "de");
		ofCreator("hers");
		UUID first = ofMember("first");
		this.rows.hangOn(login(first), ofMember("second"));
		this.rows.ask(this.viewer, ofMember("asked"), this.jonas, Duration.ofHours(50));
		assertThat(page(this.jonas))
			.contains("Das kannst du jetzt tun", "Das müssen Creator tun", "Wartet", "Alle 2 erneut verbinden",
					"Ana Kocht um Erneuerung bitten", "Ada Admin hat Max MANAGER vor 2 Tagen gebeten",
					"Ungültig: Passwort geändert")
			.doesNotContain("??");
	}

	@Test
	@DisplayName("M-12: rows go by themselves, and the marks with them")
	void rowsGoByThemselves() throws Exception {
		UUID mine = ofMember("mine");
		String version = page(this.viewer).replaceFirst("(?s).*reconnect/live\\?.*?version=(\\w+).*", "$1");
		this.mvc.perform(live(version)).andExpect(status().isNoContent());
		this.rows.mend(login(mine));
		assertThat(body(live(version))).contains("Nothing is interrupted.", "id=\"alarm-mark\" hx-swap-oob=\"true\"")
			.doesNotContain(row(mine), "<html");
	}

	@Test
	@DisplayName("H-23: whoever is in several organizations reads which one")
	void namesTheOrganization() throws Exception {
		assertThat(page(this.viewer)).doesNotContain("page-of");
		this.organizations.alsoIn(this.viewer, this.organizations.make("Other"), Role.MARKETER);
		assertThat(page(this.viewer)).contains("page-of\" dir=\"auto\">Atelier<");
	}

	@Test
	@DisplayName("pages by key, with a constant number of statements")
	void pagesWithoutLosingAny() throws Exception {
		ofMember("first");
		page(this.viewer);
		int few = StatementCounter.during(() -> page(this.viewer));
		for (int i = 0; i < 101; i++) {
			ofMember("many" + i);
		}
		int many = StatementCounter.during(() -> page(this.viewer));
		assertThat(many).isEqualTo(few);
		String one = page(this.viewer);
		assertThat(one.split("id=\"channel-", -1)).hasSize(101);
		assertThat(one).contains(">102<", ">Next 100<");
		String two = body(get(PAGE).param("after", one.replaceFirst("(?s).*reconnect\\?after=([0-9a-f-]+).*", "$1"))
			.with(this.organizations.signedIn(this.viewer)));
		assertThat(two.split("id=\"channel-", -1)).hasSize(3);
		assertThat(two).contains(">102<", ">First page<").doesNotContain(">Next 100<");
	}

	private UUID ofMember(String handle) {
		UUID channel = ofCreator(handle);
		this.rows.connectedBy(this.jonas, channel);
		return channel;
	}

	private UUID ofCreator(String handle) {
		UUID channel = channel(handle);
		this.rows.invalid(this.rows.connect(this.viewer, channel, Duration.ofDays(40)), "PASSWORD_CHANGED");
		return channel;
	}

	private UUID channel(String handle) {
		return this.rows.channel(this.viewer, this.ana, "instagram", handle);
	}

	private UUID login(UUID channel) {
		return this.jdbc.sql("select login_id from connection where channel_id = ?")
			.param(channel)
			.query(UUID.class)
			.single();
	}

	private static String row(UUID channel) {
		return "id=\"channel-" + channel + "\"";
	}

	private String page(Viewer member) throws Exception {
		return body(get(PAGE).with(this.organizations.signedIn(member)));
	}

	private MockHttpServletRequestBuilder sent(String path, Viewer member) {
		return post(path).param("from", PAGE).with(csrf()).with(this.organizations.signedIn(member));
	}

	private MockHttpServletRequestBuilder live(String version) {
		return get(PAGE + "/live").param("version", version).with(this.organizations.signedIn(this.viewer));
	}

	private String body(MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
	}

}
