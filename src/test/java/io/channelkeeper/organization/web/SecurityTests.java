package io.channelkeeper.organization.web;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApplicationTest
class SecurityTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	JdbcClient jdbc;

	@Test
	void sendsStrangersToTheSignInPageAndBack() throws Exception {
		this.mvc.perform(get("/portfolio?state=EXPIRED&q=a"))
			.andExpect(redirectedUrl("/login?next=%2Fportfolio%3Fstate%3DEXPIRED%26q%3Da"));
	}

	@Test
	void everyAnswerCarriesTheSafeHeaders() throws Exception {
		this.mvc.perform(get("/portfolio"))
			.andExpect(header().string("Content-Security-Policy",
					"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
							+ "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"))
			.andExpect(header().string("X-Content-Type-Options", "nosniff"))
			.andExpect(header().string("Referrer-Policy", "same-origin"))
			.andExpect(header().string("Cache-Control", "no-store"))
			.andExpect(header().exists("Permissions-Policy"));
	}

	@Test
	void refusesAChangeWithoutToken() throws Exception {
		Viewer ada = this.organizations.make("Alpha");
		this.mvc
			.perform(post("/organizations/{id}/switch", ada.organizationId()).with(this.organizations.signedIn(ada)))
			.andExpect(status().isForbidden());
	}

	@Test
	void switchesToOwnOrganizationsOnly() throws Exception {
		Viewer ada = this.organizations.make("Alpha");
		Viewer beta = this.organizations.make("Beta");
		Viewer there = this.organizations.alsoIn(ada, beta, Role.MARKETER);
		this.mvc
			.perform(post("/organizations/{id}/switch", there.organizationId()).with(csrf())
				.with(this.organizations.signedIn(ada)))
			.andExpect(redirectedUrl("/portfolio"));
		this.mvc
			.perform(post("/organizations/{id}/switch", UUID.randomUUID()).with(csrf())
				.with(this.organizations.signedIn(ada)))
			.andExpect(status().isNotFound());
	}

	@Test
	void filesWithAHashAreKeptForGood() throws Exception {
		String page = this.mvc.perform(get("/login")).andReturn().getResponse().getContentAsString();
		Matcher file = Pattern.compile("href=\"(/css/light-[0-9a-f]{32}\\.css)\"").matcher(page);
		assertThat(file.find()).isTrue();
		this.mvc.perform(get(file.group(1)))
			.andExpect(status().isOk())
			.andExpect(header().string("Cache-Control", "public, max-age=31536000, immutable"));
		this.mvc.perform(get("/css/light.css")).andExpect(header().string("Cache-Control", "no-cache"));
	}

	@Test
	void aLinkThatNamesAnOrganizationOpensIt() throws Exception {
		Viewer ada = this.organizations.make("Alpha");
		Viewer beta = this.organizations.make("Beta");
		this.organizations.alsoIn(ada, beta, Role.ADMIN);
		this.mvc
			.perform(get("/admin/organization").param("organization", beta.organizationId().toString())
				.with(this.organizations.signedIn(ada)))
			.andExpect(content().string(containsString("value=\"Beta\"")));
		Viewer foreign = this.organizations.make("Gamma");
		this.mvc
			.perform(get("/admin/organization").param("organization", foreign.organizationId().toString())
				.with(this.organizations.signedIn(ada)))
			.andExpect(content().string(containsString("value=\"Alpha\"")));
	}

	@Test
	void operatorsNameOperators() throws Exception {
		Viewer ada = this.organizations.make("Alpha");
		Viewer mia = this.organizations.member(ada, Role.MARKETER);
		this.mvc.perform(operator(mia).with(this.organizations.signedIn(ada))).andExpect(status().isForbidden());
		this.jdbc.sql("update person set operator = true where id = :id").param("id", ada.personId()).update();
		this.mvc.perform(operator(mia).with(this.organizations.signedIn(ada)))
			.andExpect(redirectedUrl("/admin/members"));
		this.mvc.perform(get("/actuator/prometheus").with(this.organizations.signedIn(mia))).andExpect(status().isOk());
		Viewer foreign = this.organizations.make("Beta");
		this.mvc.perform(operator(foreign).with(this.organizations.signedIn(ada))).andExpect(status().isNotFound());
		this.mvc.perform(get("/actuator/prometheus").with(this.organizations.signedIn(foreign)))
			.andExpect(status().isForbidden());
	}

	private static MockHttpServletRequestBuilder operator(Viewer viewer) {
		return post("/admin/members/{id}/operator", viewer.memberId()).param("operator", "true").with(csrf());
	}

}
