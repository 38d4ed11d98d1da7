package io.channelkeeper.organization.web;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.organization.SetupService;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * Has a database of its own, because setting up happens once.
 */
@ApplicationTest
@TestPropertySource(properties = "test.database=of setup")
class SetupTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	SetupService setup;

	@Test
	void theFirstVisitorSetsUpOnce() throws Exception {
		assertThat(this.setup.isDue()).isTrue();
		String link = path(this.setup.newLink());
		String later = path(this.setup.newLink());
		this.mvc.perform(get("/setup/guess")).andExpect(status().isNotFound());
		this.mvc.perform(get(link).param("lang", "de"))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Channelkeeper einrichten")));
		this.mvc.perform(form(link, "short")).andExpect(status().is(422));
		Cookie session = this.mvc.perform(form(link, "long enough indeed"))
			.andExpect(redirectedUrl("/portfolio"))
			.andReturn()
			.getResponse()
			.getCookie("SESSION");
		assertThat(session).isNotNull();
		this.mvc.perform(get("/admin/organizations").cookie(session)).andExpect(status().isOk());
		assertThat(this.setup.isDue()).isFalse();
		this.mvc.perform(get(link)).andExpect(status().isGone());
		this.mvc.perform(form(later, "long enough indeed")).andExpect(status().isGone());
	}

	private static RequestBuilder form(String link, String password) {
		return multipart(link).with(csrf())
			.param("admin.name", "Ada Admin")
			.param("admin.email", "ada@example.org")
			.param("admin.password", password)
			.param("organization.name", "Alpha")
			.param("organization.language", "de")
			.param("organization.timeZone", "Europe/Berlin");
	}

	private static String path(String address) {
		return address.replace("http://localhost:8080", "");
	}

}
