package io.channelkeeper.organization.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.EmailAddress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApplicationTest
class PasswordResetTests {

	private static final Pattern LINK = Pattern.compile("http://localhost:8080(/password/[\\w-]{43})");

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	JdbcClient jdbc;

	@Test
	void aLinkByMailSetsANewPasswordOnce() throws Exception {
		Viewer ada = this.organizations.make("Alpha");
		Cookie session = signIn(ada, TestOrganizations.PASSWORD);
		this.mvc.perform(post("/password").with(csrf()).param("email", ada.email()))
			.andExpect(redirectedUrl("/password?asked"));
		Matcher mail = LINK.matcher(MembersTests.mailTo(new EmailAddress(ada.email())));
		assertThat(mail.find()).isTrue();
		String link = mail.group(1);
		this.mvc.perform(get(link)).andExpect(status().isOk());
		this.mvc.perform(post(link).with(csrf()).param("password", "short")).andExpect(status().is(422));
		this.mvc.perform(post(link).with(csrf()).param("password", "a much better one"))
			.andExpect(redirectedUrl("/login?changed"));
		this.mvc.perform(post(link).with(csrf()).param("password", "a much better one")).andExpect(status().isGone());
		this.mvc.perform(get("/settings/profile").cookie(session)).andExpect(status().is3xxRedirection());
		signIn(ada, "a much better one");
	}

	@Test
	void answersTheSameForAStranger() throws Exception {
		this.mvc.perform(post("/password").with(csrf()).param("email", "stranger@example.org"))
			.andExpect(redirectedUrl("/password?asked"));
		this.mvc.perform(post("/password").with(csrf()).param("email", "no address")).andExpect(status().is(422));
	}

	@Test
	void anExpiredLinkSaysSo() throws Exception {
		Viewer ada = this.organizations.make("Alpha");
		this.mvc.perform(post("/password").with(csrf()).param("email", ada.email()));
		Matcher mail = LINK.matcher(MembersTests.mailTo(new EmailAddress(ada.email())));
		assertThat(mail.find()).isTrue();
		this.jdbc.sql("update access_link set expires_at = created_at where person_id = :person")
			.param("person", ada.personId())
			.update();
		this.mvc.perform(get(mail.group(1))).andExpect(status().isGone());
	}

	@Test
	void anotherPasswordEndsOtherSessions() throws Exception {
		Viewer ada = this.organizations.make("Alpha");
		Cookie here = signIn(ada, TestOrganizations.PASSWORD);
		Cookie there = signIn(ada, TestOrganizations.PASSWORD);
		this.mvc
			.perform(post("/settings/profile/password").cookie(here)
				.with(csrf())
				.param("current", "not that one")
				.param("password", "a much better one"))
			.andExpect(status().is(422));
		this.mvc
			.perform(post("/settings/profile/password").cookie(here)
				.with(csrf())
				.param("current", TestOrganizations.PASSWORD)
				.param("password", "a much better one"))
			.andExpect(redirectedUrl("/settings/profile"));
		this.mvc.perform(get("/settings/profile").cookie(here)).andExpect(status().isOk());
		this.mvc.perform(get("/settings/profile").cookie(there)).andExpect(status().is3xxRedirection());
	}

	private Cookie signIn(Viewer viewer, String password) throws Exception {
		Cookie cookie = this.mvc
			.perform(post("/login").with(csrf()).param("email", viewer.email()).param("password", password))
			.andExpect(redirectedUrl("/portfolio"))
			.andReturn()
			.getResponse()
			.getCookie("SESSION");
		assertThat(cookie).isNotNull();
		return cookie;
	}

}
