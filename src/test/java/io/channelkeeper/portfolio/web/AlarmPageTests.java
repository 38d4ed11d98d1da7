package io.channelkeeper.portfolio.web;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.channelkeeper.ApplicationTest;
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
 * The banner about interrupted channels and the marks that go with it.
 */
@ApplicationTest
class AlarmPageTests {

	private static final String BANNER = "class=\"alarm note-attention\"";

	private static final String MARK = "class=\"alarm-mark\"";

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	PortfolioRows rows;

	private Viewer viewer;

	@BeforeEach
	void makeOrganization() {
		this.viewer = this.organizations.make("Atelier");
	}

	@ParameterizedTest
	@CsvSource({ "en,2 channels are interrupted. No new figures or pictures until they are connected again.,Later",
			"de,'2 Kanäle sind unterbrochen. Bis sie wieder verbunden sind, kommen keine neuen Zahlen und Bilder.',Später" })
	@DisplayName("H-9, H-11, H-12: banner, mark and count on every page of the workspace, for every role")
	void everyPageSaysIt(String language, String sentence, String later) throws Exception {
		Viewer marketer = this.organizations.member(this.viewer, Role.MARKETER);
		breakOne("ana");
		breakOne("ben");
		for (Viewer member : new Viewer[] { this.viewer, marketer }) {
			this.organizations.speak(member, language);
			for (String path : new String[] { "/portfolio", "/invitations", "/notices", "/settings/profile" }) {
				assertThat(page(member, path)).as(path)
					.contains(BANNER, sentence, ">" + later + "<", "href=\"/connections/reconnect\"",
							"hx-trigger=\"every 15s\"")
					.contains("id=\"alarm-nav\"", "id=\"alarm-own\"", "id=\"alarm-more\"")
					.containsSubsequence(MARK, ">(2)<", MARK)
					.doesNotContain("??", "Atelier: ");
			}
		}
	}

	@Test
	void saysNothingWhileAllIsWell() throws Exception {
		breakIn(this.organizations.make("Other"), "eva");
		assertThat(page(this.viewer, "/notices")).doesNotContain(BANNER, MARK, ">(")
			.contains("id=\"alarm\"", "hx-get=\"/connections/alarm?page=notices&amp;version=0\"");
	}

	@Test
	@DisplayName("H-23: whoever is in several organizations reads which one")
	void namesTheOrganization() throws Exception {
		breakOne("ana");
		assertThat(page(this.viewer, "/notices")).doesNotContain("Atelier: ");
		this.organizations.alsoIn(this.viewer, this.organizations.make("Other"), Role.MARKETER);
		assertThat(page(this.viewer, "/notices")).contains(">Atelier: <", BANNER);
	}

	@Test
	@DisplayName("M-12: an open page hears of it, and that it is over, and nothing in between")
	void openPagesFollow() throws Exception {
		this.mvc.perform(news(this.viewer, "0")).andExpect(status().isNoContent());
		UUID login = breakOne("ana");
		assertThat(body(news(this.viewer, "0")))
			.contains(BANNER, MARK, "version=1!", "id=\"alarm-nav\" class=\"side-sub\" hx-swap-oob=\"true\"", ">(1)<")
			.doesNotContain("<html");
		this.mvc.perform(news(this.viewer, "1!")).andExpect(status().isNoContent());
		this.rows.mend(login);
		assertThat(body(news(this.viewer, "1!"))).contains("version=0", "id=\"alarm-mark\" hx-swap-oob=\"true\"")
			.doesNotContain(BANNER, MARK, ">(");
	}

	@Test
	@DisplayName("H-10: Later puts the banner away on all devices, the mark stays")
	void laterPutsTheBannerAway() throws Exception {
		breakOne("ana");
		assertThat(body(post("/connections/alarm/later").header("HX-Request", "true")
			.param("page", "notices")
			.with(csrf())
			.with(this.organizations.signedIn(this.viewer)))).contains(MARK, "page=notices")
			.doesNotContain(BANNER, "<html");
		assertThat(page(this.viewer, "/portfolio")).contains(MARK, ">(1)<").doesNotContain(BANNER);
		assertThat(page(this.organizations.member(this.viewer, Role.MANAGER), "/portfolio")).contains(BANNER);
		breakOne("ben");
		assertThat(page(this.viewer, "/portfolio")).contains(BANNER, ">(2)<");
	}

	@ParameterizedTest
	@CsvSource({ "http://localhost/portfolio?state=expiring&tag=%C3%BC,/portfolio?state=expiring&tag=%C3%BC",
			"https://evil.example//evil.example/x,/portfolio", "not an address,/portfolio", ",/portfolio" })
	@DisplayName("H-10: without scripts it leads back to where one was, and nowhere else")
	void laterLeadsBack(String from, String back) throws Exception {
		MockHttpServletRequestBuilder request = post("/connections/alarm/later").with(csrf())
			.with(this.organizations.signedIn(this.viewer));
		if (from != null) {
			request.header("Referer", from);
		}
		this.mvc.perform(request).andExpect(status().isSeeOther()).andExpect(redirectedUrl(back));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/login", "/privacy", "/help" })
	void publicPagesDoNotSayIt(String path) throws Exception {
		breakOne("ana");
		assertThat(body(get(path))).doesNotContain(BANNER, MARK);
	}

	private UUID breakOne(String handle) {
		return breakIn(this.viewer, handle);
	}

	private UUID breakIn(Viewer owner, String handle) {
		UUID creator = this.rows.creator(owner, "Creator " + handle);
		UUID login = this.rows.connect(owner, this.rows.channel(owner, creator, "instagram", handle),
				Duration.ofDays(40));
		this.rows.invalid(login, "PASSWORD_CHANGED");
		return login;
	}

	private String page(Viewer member, String path) throws Exception {
		return body(get(path).with(this.organizations.signedIn(member)));
	}

	private MockHttpServletRequestBuilder news(Viewer member, String version) {
		return get("/connections/alarm").param("page", "portfolio")
			.param("version", version)
			.with(this.organizations.signedIn(member));
	}

	private String body(MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
	}

}
