package io.channelkeeper.organization.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.organization.AdminLink;
import io.channelkeeper.organization.MemberService;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApplicationTest
class SignInTests {

	private static final AtomicInteger ADDRESSES = new AtomicInteger();

	private final String address = "192.0.2." + ADDRESSES.incrementAndGet();

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	MemberService members;

	@Autowired
	AdminLink adminLink;

	@Autowired
	JdbcClient jdbc;

	@Test
	void signsInAndGoesWhereOneWanted() throws Exception {
		Viewer ada = this.organizations.make("Alpha");
		signIn(ada.email().toUpperCase(java.util.Locale.ROOT), TestOrganizations.PASSWORD, "/invitations?state=STUCK")
			.andExpect(redirectedUrl("/invitations?state=STUCK"));
	}

	@Test
	@DisplayName("H-23: a mail’s link opens its organization, after signing in too, for its members only")
	void linksOpenTheirOrganization() throws Exception {
		Viewer ada = this.organizations.make("Alpha");
		Viewer beta = this.organizations.make("Beta");
		this.organizations.alsoIn(ada, beta, Role.MANAGER);
		String link = "/connections/reconnect?organization=" + beta.organizationId();
		this.mvc.perform(get(link))
			.andExpect(redirectedUrl("/login?next=" + URLEncoder.encode(link, StandardCharsets.UTF_8)));
		Cookie cookie = session(signIn(ada.email(), TestOrganizations.PASSWORD, link).andExpect(redirectedUrl(link)));
		this.mvc.perform(get("/notices").cookie(cookie)).andExpect(content().string(containsString("· Alpha</title>")));
		this.mvc.perform(get(link).cookie(cookie)).andExpect(content().string(containsString("· Beta</title>")));
		this.mvc.perform(get("/notices").cookie(cookie)).andExpect(content().string(containsString("· Beta</title>")));
		this.mvc.perform(get(link).with(this.organizations.signedIn(this.organizations.make("Gamma"))))
			.andExpect(content().string(containsString("· Gamma</title>")));
	}

	@Test
	void neverLeadsToAnotherSite() throws Exception {
		Viewer ada = this.organizations.make("Alpha");
		signIn(ada.email(), TestOrganizations.PASSWORD, "//evil.example").andExpect(redirectedUrl("/portfolio"));
	}

	@Test
	void aSessionIsARowWithoutSecrets() throws Exception {
		Viewer ada = this.organizations.make("Alpha");
		Cookie cookie = session(signIn(ada.email(), TestOrganizations.PASSWORD, ""));
		assertThat(this.jdbc.sql("select count(*) from spring_session where principal_name = :person")
			.param("person", ada.personId().toString())
			.query(Long.class)
			.single()).isOne();
		this.mvc.perform(get("/settings/profile").cookie(cookie)).andExpect(status().isOk());
		assertThat(this.jdbc.sql("select attribute_bytes from spring_session_attributes").query(byte[].class).list())
			.allSatisfy((bytes) -> assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
				.doesNotContain(TestOrganizations.PASSWORD, "{bcrypt}"));
	}

	@Test
	void signingInGivesTheSessionANewId() throws Exception {
		Viewer ada = this.organizations.make("Alpha");
		Cookie before = session(signIn(ada.email(), TestOrganizations.PASSWORD, ""));
		Cookie after = session(this.mvc.perform(post("/login").cookie(before)
			.with(csrf())
			.param("email", ada.email())
			.param("password", TestOrganizations.PASSWORD)));
		assertThat(after.getValue()).isNotEqualTo(before.getValue());
		this.mvc.perform(get("/settings/profile").cookie(before)).andExpect(status().is3xxRedirection());
	}

	@Test
	void doesNotTellWhetherSomebodyIsKnown() throws Exception {
		Viewer ada = this.organizations.make("Alpha");
		for (String email : new String[] { ada.email(), "nobody@example.org", "no address", "\u0000",
				"x".repeat(400) }) {
			signIn(email, "wrong password", "").andExpect(status().is(422))
				.andExpect(content().string(containsString("E-mail or password is not right.")));
		}
	}

	@Test
	void makesGuessersWait() throws Exception {
		Viewer ada = this.organizations.make("Alpha");
		for (int attempt = 0; attempt < 5; attempt++) {
			signIn(ada.email(), "guess number " + attempt, "").andExpect(status().is(422));
		}
		signIn(ada.email(), TestOrganizations.PASSWORD, "").andExpect(status().is(429))
			.andExpect(content().string(containsString("Try again in 1 minute.")));
		Viewer other = this.organizations.make("Beta");
		signIn(other.email(), TestOrganizations.PASSWORD, "").andExpect(redirectedUrl("/portfolio"));
	}

	@Test
	void makesAnAddressWaitThatTriesMany() throws Exception {
		for (int attempt = 0; attempt < 30; attempt++) {
			signIn("guess" + attempt + "@example.org", "password", "");
		}
		Viewer ada = this.organizations.make("Alpha");
		signIn(ada.email(), TestOrganizations.PASSWORD, "").andExpect(status().is(429));
	}

	@Test
	void whoWasDeactivatedIsOutAtOnce() throws Exception {
		Viewer ada = this.organizations.make("Alpha");
		Viewer mia = this.organizations.member(ada, Role.MARKETER);
		Cookie cookie = session(signIn(mia.email(), TestOrganizations.PASSWORD, ""));
		Tenancy.within(ada.organizationId(), () -> this.members.deactivate(ada, mia.memberId()));
		this.mvc.perform(get("/settings/profile").cookie(cookie))
			.andExpect(redirectedUrl("/login?next=%2Fsettings%2Fprofile"));
		signIn(mia.email(), TestOrganizations.PASSWORD, "").andExpect(status().is(422));
	}

	@Test
	void signsOut() throws Exception {
		Viewer ada = this.organizations.make("Alpha");
		Cookie cookie = session(signIn(ada.email(), TestOrganizations.PASSWORD, ""));
		this.mvc.perform(post("/logout").cookie(cookie).with(csrf())).andExpect(redirectedUrl("/login?goodbye"));
		this.mvc.perform(get("/settings/profile").cookie(cookie)).andExpect(status().is3xxRedirection());
	}

	@Test
	void anAdminLinkSignsInOnceAndByButtonOnly() throws Exception {
		Viewer ada = this.organizations.make("Alpha");
		String link = this.adminLink.create(new EmailAddress(ada.email())).replace("http://localhost:8080", "");
		this.mvc.perform(get(link)).andExpect(status().isOk());
		this.mvc.perform(get(link)).andExpect(status().isOk());
		Cookie cookie = session(
				this.mvc.perform(post(link).with(csrf())).andExpect(redirectedUrl("/settings/profile")));
		this.mvc.perform(get("/settings/profile").cookie(cookie)).andExpect(status().isOk());
		this.mvc.perform(post(link).with(csrf())).andExpect(status().isGone());
		this.mvc.perform(get("/login/link/unknown")).andExpect(status().isNotFound());
	}

	@Test
	void adminLinksAreForAdminsOnly() {
		Viewer mia = this.organizations.member(this.organizations.make("Alpha"), Role.MARKETER);
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.adminLink.create(new EmailAddress(mia.email())));
	}

	private ResultActions signIn(String email, String password, String next) throws Exception {
		return this.mvc.perform(post("/login").with(csrf()).with((request) -> {
			request.setRemoteAddr(this.address);
			return request;
		}).param("email", email).param("password", password).param("next", next));
	}

	private static Cookie session(ResultActions answer) {
		Cookie cookie = answer.andReturn().getResponse().getCookie("SESSION");
		assertThat(cookie).isNotNull();
		return cookie;
	}

}
