package io.channelkeeper.connection;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.network.Network;
import io.channelkeeper.network.Networks;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Help that can be opened at any time, by anybody (M-35).
 */
@ApplicationTest
class HelpPageTests {

	private static final String HELP = "/help/facebook?about=SECURITY_CHECK";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Networks networks;

	@Autowired
	private TestOrganizations organizations;

	@Autowired
	private JdbcClient jdbc;

	@Test
	@DisplayName("M-35: every network on offer says how long, what ends it and what to do")
	void everyNetworkOnOfferHelps() throws Exception {
		assertThat(this.networks.offered()).isNotEmpty();
		for (Network network : this.networks.offered()) {
			for (Locale language : new Locale[] { Locale.ENGLISH, Locale.GERMAN }) {
				String page = page("/help/" + network.id(), language);
				assertThat(page).contains(network.name(), "<ul><li>", "<a href=\"https://").doesNotContain("??");
				assertThat(page.split("<h2>", -1)[1]).as("how long at " + network.id()).contains("<p>");
			}
		}
	}

	@Test
	void listsTheNetworks() throws Exception {
		assertThat(page("/help", Locale.GERMAN)).contains("/help/instagram", "Hilfe");
	}

	@Test
	void knowsNoOtherNetwork() throws Exception {
		assertThat(this.mvc.perform(get("/help/nowhere")).andReturn().getResponse().getStatus()).isEqualTo(404);
	}

	@Test
	@DisplayName("M-35: ends with whom to ask, and takes one answer of each session, from nobody in particular")
	void asksWhetherItHelped() throws Exception {
		Viewer admin = this.organizations.make("Lumen Social");
		Viewer mia = this.organizations.member(admin, Role.MARKETER);
		assertThat(page(HELP, admin, null)).contains("The admins of Lumen Social.", "Did this help?");
		this.jdbc.sql("update organization set contact = 'Jo <b>, Zimmer 4' where id = ?")
			.param(admin.organizationId())
			.update();
		assertThat(page(HELP, mia, null)).containsSubsequence("If it says “security check”", "Whom to ask",
				"Contact of Lumen Social: Jo &lt;b&gt;, Zimmer 4", "Help of Facebook itself", "Did this help?",
				"name=\"about\" value=\"SECURITY_CHECK\"", ">Yes<", ">No<");
		Cookie session = Objects.requireNonNull(answer(mia, null, "SECURITY_CHECK", "YES").getCookie("SESSION"));
		for (String answer : List.of("YES", "NO")) {
			MockHttpServletResponse told = answer(mia, session, "SECURITY_CHECK", answer);
			assertThat(told.getStatus()).isEqualTo(303);
			assertThat(told.getHeader("Location")).isEqualTo(HELP + "#helped");
		}
		assertThat(page(HELP, mia, session)).contains("Thanks, that was counted.").doesNotContain(">Yes<");
		assertThat(page("/help/facebook", mia, session)).contains(">Yes<");
		answer(admin, null, null, "NO");
		assertThat(counts(admin)).containsExactly("facebook PAGE 0 1", "facebook SECURITY_CHECK 1 0");
		assertThat(page("/admin/networks", admin, null)).contains("Help: Facebook", "1 of 2 said that it helped");
		assertThat(page("/admin/networks", this.organizations.make("Other"), null))
			.doesNotContain("said that it helped");
	}

	@Test
	@DisplayName("M-35: visitors read and are not asked; hostile answers are refused and count nothing")
	void takesNoOtherAnswers() throws Exception {
		Viewer mia = this.organizations.make("Lumen Social");
		assertThat(page("/help/facebook", Locale.ENGLISH)).contains("The person who sent you the invitation")
			.doesNotContain("Did this help?", "<form");
		assertThat(this.mvc.perform(post("/help/facebook").param("helped", "YES").with(csrf()))
			.andReturn()
			.getResponse()
			.getHeader("Location")).contains("/login");
		assertThat(
				this.mvc.perform(post("/help/facebook").param("helped", "YES").with(this.organizations.signedIn(mia)))
					.andReturn()
					.getResponse()
					.getStatus())
			.isEqualTo(403);
		for (String about : List.of("'; drop table help_answer", "PAGE", "security_check",
				"ACCESS_REVOKED\u0000SECURITY_CHECK")) {
			assertThat(answer(mia, null, about, "YES").getStatus()).as(about).isEqualTo(400);
		}
		for (String helped : List.of("", "2", "yes", "YES,NO")) {
			assertThat(answer(mia, null, null, helped).getStatus()).as(helped).isEqualTo(400);
		}
		assertThat(this.mvc
			.perform(post("/help/nowhere").param("helped", "YES").with(csrf()).with(this.organizations.signedIn(mia)))
			.andReturn()
			.getResponse()
			.getStatus()).isEqualTo(404);
		assertThat(this.mvc.perform(get("/help/facebook?about=x")).andReturn().getResponse().getStatus())
			.isEqualTo(400);
		assertThat(counts(mia)).isEmpty();
	}

	private MockHttpServletResponse answer(Viewer member, @Nullable Cookie session, @Nullable String about,
			String helped) throws Exception {
		var request = post("/help/facebook").param("helped", helped)
			.with(csrf())
			.with(this.organizations.signedIn(member));
		if (session != null) {
			request.cookie(session);
		}
		return this.mvc.perform((about != null) ? request.param("about", about) : request).andReturn().getResponse();
	}

	private List<String> counts(Viewer viewer) {
		return this.jdbc.sql("""
				select network || ' ' || topic || ' ' || helped || ' ' || not_helped from help_answer
				where organization_id = ? order by topic""")
			.param(viewer.organizationId())
			.query((row, number) -> Objects.requireNonNull(row.getString(1)))
			.list();
	}

	private String page(String address, Viewer member, @Nullable Cookie session) throws Exception {
		var request = get(address).with(this.organizations.signedIn(member));
		var response = this.mvc.perform((session != null) ? request.cookie(session) : request)
			.andReturn()
			.getResponse();
		assertThat(response.getStatus()).as(address).isEqualTo(200);
		return response.getContentAsString();
	}

	private String page(String address, Locale language) throws Exception {
		var response = this.mvc.perform(get(address).locale(language)).andReturn().getResponse();
		assertThat(response.getStatus()).isEqualTo(200);
		return response.getContentAsString();
	}

}
