package io.channelkeeper.organization.web;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApplicationTest
class SecurityTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

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
	}

}
