package io.channelkeeper.portfolio.web;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.StatementCounter;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.ManyConnections;
import io.channelkeeper.portfolio.PortfolioRows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApplicationTest
class ConnectionsPageTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	PortfolioRows rows;

	@Autowired
	ManyConnections many;

	@Autowired
	JdbcClient jdbc;

	private Viewer admin;

	@BeforeEach
	void makeOrganization() {
		this.admin = this.organizations.make("Atelier");
	}

	@Test
	@DisplayName("M-2, M-19, H-17: by urgency, with state, cause, deadline, source, who and kind")
	void showsEveryState() throws Exception {
		UUID gone = channel("Gone", Duration.ofDays(90));
		this.rows.disconnect(this.admin, gone);
		UUID never = channel("Endless", null);
		this.rows.connectedBy(this.admin, never);
		this.jdbc.sql("update channel set kind = 'MONITORED' where id = ?").param(never).update();
		channel("Fine", Duration.ofDays(90));
		channel("Near", Duration.ofDays(6));
		channel("Late", Duration.ofDays(-3));
		this.rows.invalid(login(channel("Locked", Duration.ofDays(50))), "ACCOUNT_LOCKED");
		this.rows.unreadable(login(channel("Sealed", Duration.ofDays(50))));
		this.rows.channel(this.admin, this.rows.creator(this.admin, "Nobody"), "instagram", "never-asked");
		String page = page("/connections", this.admin);
		assertThat(page).containsSubsequence("@Sealed", "Key missing", "@Locked", "Invalid: account locked",
				"Unlock it at Facebook first", "@Late", "Expired", "No new figures since", "@Near", "Expires in 6 days",
				"@Fine", "Connected<", "says Facebook", "@Endless", "Renews itself", ">Ada Admin<", ">monitored<",
				"@Gone", "Disconnected", "By Ada Admin on");
		assertThat(page).doesNotContain("never-asked", "??", "style=");
		assertThat(page.split("class=\"urgent\"", -1)).hasSize(4);
		assertThat(page.split(">Ask Near to renew</button>", -1)).hasSize(2);
		assertThat(page("/connections?lang=de", this.admin))
			.contains("Unterbrochen:", "Verbunden von", "Art: beobachteter", "<h1>Verbindungen</h1>")
			.doesNotContain("??");
	}

	@Test
	@DisplayName("H-25, M-20, M-21: the main button and the menu, which come back to where one was")
	void offersWhatHelps() throws Exception {
		UUID channel = channel("Ana", Duration.ofDays(-3));
		String back = "?from=%2Fconnections%3Fstate%3Dexpired%26mine%3Dyes";
		this.jdbc.sql("update creator set looked_after_by = ? where organization_id = ?")
			.params(this.admin.memberId(), this.admin.organizationId())
			.update();
		String renew = "method=\"post\" action=\"/creators/"
				+ this.jdbc.sql("select creator_id from channel where id = ?").param(channel).query(UUID.class).single()
				+ "/renew?via=";
		assertThat(page("/connections?state=expired&mine=yes", this.admin)).containsSubsequence(
				renew + "COPY&amp;" + back.substring(1), "Ask Ana to renew", "menu-panel",
				renew + "QR&amp;" + back.substring(1), "Show QR code", "/channels/" + channel + "/connect" + back,
				"Reconnect<", "/channels/" + channel + "/connect?as=other&amp;" + back.substring(1),
				"Connect as someone else", ">Open creator<", "/channels/" + channel + "/kind", "menu-bad",
				"/channels/" + channel + "/disconnect" + back);
		this.jdbc.sql("update creator set email = 'ana@example.org' where organization_id = ?")
			.param(this.admin.organizationId())
			.update();
		assertThat(page("/connections", this.admin)).containsSubsequence(renew + "MAIL", "Ask Ana to renew",
				"menu-panel", renew + "COPY", "Copy message", renew + "QR", "Show QR code");
		this.rows.connectedBy(this.admin, channel);
		assertThat(page("/connections", this.admin)).containsSubsequence("row-actions",
				"/channels/" + channel + "/connect?from=%2Fconnections\">Reconnect</a>", "menu-panel",
				"/invite?channel=" + channel, "Ask Ana to renew<");
		Viewer marketer = this.organizations.member(this.admin, Role.MARKETER);
		assertThat(page("/connections", marketer)).containsSubsequence("row-actions",
				"action=\"/channels/" + channel + "/ask?from=%2Fconnections\"", ">Ask Ada Admin to reconnect</button>",
				"menu-panel");
		this.mvc
			.perform(post("/channels/{id}/ask", channel).param("from", "/connections")
				.with(this.organizations.signedIn(marketer))
				.with(csrf()))
			.andExpect(redirectedUrl("/connections"));
		assertThat(page("/connections", this.admin)).contains("Mia Marketer asked Ada Admin");
		assertThat(page("/connections", marketer)).contains("@Ana")
			.doesNotContain("/connect?", ">Connect as someone else<", "/disconnect", "/kind");
	}

	@Test
	@DisplayName("M-2: a switch shows all channels of one sign-in under the person's name")
	void groupsBySignIn() throws Exception {
		UUID first = channel("Ana", Duration.ofDays(40));
		UUID second = this.rows.channel(this.admin, this.rows.creator(this.admin, "Ben"), "facebook", "ben");
		UUID login = login(first);
		this.rows.connect(this.admin, second, null);
		this.jdbc.sql(
				"update connection set login_id = ?, lost_cause = 'ROLE_LOST', lost_since = now() where channel_id = ?")
			.params(login, second)
			.update();
		this.jdbc.sql("update social_login set external_user_name = 'Ana <i>K.' where id = ?").param(login).update();
		channel("Cora", Duration.ofDays(-3));
		this.rows.disconnect(this.admin, channel("Dora", null));
		assertThat(page("/connections", this.admin)).containsSubsequence("Ben<", "Cora<", "Ana<", "Dora<")
			.doesNotContain("Sign-in of");
		assertThat(page("/connections?group=sign-in", this.admin))
			.containsSubsequence("Sign-in of Ana &lt;i&gt;K. at Facebook", "Ben<", "Ana<",
					"Sign-in of Cora at Facebook", "Cora<", "Without a sign-in", "Dora<")
			.doesNotContain("<i>");
		assertThat(page("/connections?group=sign-in&lang=de", this.admin))
			.contains("Anmeldung von Ana &lt;i&gt;K. bei Facebook", "Ohne Anmeldung");
	}

	@Test
	@DisplayName("P-1: a missing or old picture has a mark whose text is the reason; one of the creator's stands in")
	void marksMissingAndOldPictures() throws Exception {
		UUID ana = channel("Ana", Duration.ofDays(40));
		this.rows.picture(this.admin, ana, "abc");
		assertThat(page("/connections", this.admin)).contains("@Ana").doesNotContain("face-mark", "??");
		UUID ben = channel("Ben", Duration.ofDays(41));
		this.rows.noPicture(this.admin, ben, "TOO_LARGE");
		assertThat(page("/connections", this.admin).split("class=\"face-mark\"", -1)).hasSize(2);
		assertThat(page("/connections", this.admin)).containsSubsequence("/pictures/abc", "@Ana", "face-mark",
				"No picture: the one at Instagram was refused because it is too large.", "@Ben");
		this.jdbc.sql("update channel_picture set fetched_at = fetched_at - interval '40 days' where channel_id = ?")
			.param(ana)
			.update();
		assertThat(page("/connections?lang=de", this.admin)).containsSubsequence("/pictures/abc", "face-mark",
				"kein neueres: ", "@Ana");
		this.jdbc.sql("""
				insert into creator_picture (creator_id, organization_id, hash, uploaded_by, uploaded_at)
				select creator_id, organization_id, 'def', ?, now() from channel where id = ?""")
			.params(this.admin.memberId(), ben)
			.update();
		assertThat(page("/connections", this.admin)).containsSubsequence("/pictures/def", "@Ben")
			.doesNotContain("too large");
	}

	@Test
	void filtersStandInTheAddress() throws Exception {
		channel("Ana", Duration.ofDays(-3));
		UUID ben = channel("Ben", Duration.ofDays(40));
		this.rows.connectedBy(this.admin, ben);
		assertThat(page("/connections?state=expired", this.admin)).contains("@Ana").doesNotContain("@Ben");
		assertThat(page("/connections?connected=me", this.admin)).contains("@Ben").doesNotContain("@Ana");
		assertThat(page("/connections?q=%40ben", this.admin)).contains("@Ben", "value=\"@ben\"").doesNotContain("@Ana");
		assertThat(page("/connections?kind=paid", this.admin)).contains("No connection matches", "Clear filters");
		assertThat(page("/connections?state=x&kind=%00&after=1&group=2&connected=you&network=&q=", this.admin))
			.contains("@Ana", "@Ben");
		assertThat(page("/connections?q=%3Cscript%3Ealert", this.admin)).doesNotContain("<script>alert");
	}

	@Test
	void escapesWhatCreatorsAreCalled() throws Exception {
		channel("<script>alert(1)</script>", null);
		assertThat(page("/connections?group=sign-in", this.admin)).contains("&lt;script&gt;alert")
			.doesNotContain("<script>alert");
	}

	@Test
	void changesByItself() throws Exception {
		UUID channel = channel("Ana", Duration.ofDays(40));
		String live = page("/connections?q=Ana", this.admin)
			.replaceAll("(?s).*hx-get=\"(/connections/live[^\"]+)\".*", "$1")
			.replace("&amp;", "&");
		assertThat(live).startsWith("/connections/live?q=Ana&version=");
		this.mvc.perform(get(URI.create(live)).with(this.organizations.signedIn(this.admin)))
			.andExpect(status().isNoContent());
		this.rows.invalid(login(channel), "PASSWORD_CHANGED");
		assertThat(page(live, this.admin))
			.contains("Invalid: password changed", "id=\"rows\"", "%2Fconnections%3Fq%3DAna\"")
			.doesNotContain("<html", "%2Flive");
	}

	@Test
	@DisplayName("pages by key, with the same number of statements for one and for many")
	void pagesByKey() throws Exception {
		Viewer few = this.organizations.make("Few");
		this.many.make(few, 20);
		this.many.make(this.admin, 120);
		page("/connections", few);
		int statements = StatementCounter.during(() -> page("/connections", few));
		assertThat(StatementCounter.during(() -> page("/connections", this.admin))).isEqualTo(statements)
			.isLessThan(12);
		String second = page(next(page("/connections?network=instagram", this.admin)), this.admin);
		assertThat(second).contains(">First page<", "href=\"/connections?network=instagram\"")
			.doesNotContain(">Next 50<");
		assertThat(second.split("class=\"who\"", -1)).hasSize(11);
		assertThat(page("/connections", few)).doesNotContain(">Next 50<", ">First page<");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/connections", "/connections?group=sign-in", "/connections/live" })
	void nobodySeesOthersConnections(String path) throws Exception {
		channel("Ana", Duration.ofDays(-3));
		Viewer other = this.organizations.make("Other");
		assertThat(page(path, other)).doesNotContain("@Ana").contains("No channel is connected yet.");
		this.mvc.perform(get(URI.create(path))).andExpect(redirectedUrlPattern("/login?*"));
	}

	private static String next(String page) {
		return page.replaceAll("(?s).*href=\"(/connections[^\"]+)\" rel=\"next\".*", "$1").replace("&amp;", "&");
	}

	private UUID channel(String name, @Nullable Duration remaining) {
		UUID channel = this.rows.channel(this.admin, this.rows.creator(this.admin, name), "instagram", name);
		this.rows.connect(this.admin, channel, remaining);
		return channel;
	}

	private UUID login(UUID channel) {
		return this.jdbc.sql("select login_id from connection where channel_id = ?")
			.param(channel)
			.query(UUID.class)
			.single();
	}

	private String page(String address, Viewer reader) throws Exception {
		Locale language = address.contains("lang=de") ? Locale.GERMAN : Locale.ENGLISH;
		return this.mvc.perform(get(URI.create(address)).locale(language).with(this.organizations.signedIn(reader)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

}
