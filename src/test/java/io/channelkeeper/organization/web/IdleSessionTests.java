package io.channelkeeper.organization.web;

import java.time.Duration;
import java.util.Base64;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.organization.Sessions;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * A page that is left open asks for news for ever; that keeps nobody signed in.
 */
@ApplicationTest
class IdleSessionTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	FindByIndexNameSessionRepository<? extends Session> sessions;

	private Cookie cookie;

	@BeforeEach
	void signIn() throws Exception {
		Viewer ada = this.organizations.make("Alpha");
		Cookie given = this.mvc.perform(
				post("/login").with(csrf()).param("email", ada.email()).param("password", TestOrganizations.PASSWORD))
			.andReturn()
			.getResponse()
			.getCookie("SESSION");
		assertThat(given).isNotNull();
		this.cookie = given;
		open("/portfolio").andExpect(status().isOk());
	}

	@Test
	void askingForNewsIsNoActivity() throws Exception {
		long before = idleFor(this.sessions, Duration.ofMinutes(5));
		ask().andExpect(status().isOk());
		assertThat(active()).isEqualTo(before);
		open("/portfolio").andExpect(status().isOk());
		assertThat(active()).isGreaterThan(before);
	}

	@Test
	void whoDidNothingForTooLongIsSignedOut() throws Exception {
		idleFor(this.sessions, Duration.ofHours(12).plusMinutes(1));
		ask().andExpect(status().isUnauthorized()).andExpect(header().string("HX-Redirect", "/login"));
		open("/portfolio").andExpect(redirectedUrl("/login?next=%2Fportfolio"));
	}

	@Test
	void whoDidSomethingInTimeStaysSignedIn() throws Exception {
		idleFor(this.sessions, Duration.ofHours(11).plusMinutes(59));
		ask().andExpect(status().isOk());
		open("/portfolio").andExpect(status().isOk());
	}

	/** Lets time pass since the last thing that the person did. */
	private <S extends Session> long idleFor(FindByIndexNameSessionRepository<S> repository, Duration time) {
		S session = repository.findById(id());
		assertThat(session).isNotNull();
		long then = session.getLastAccessedTime().minus(time).toEpochMilli();
		session.setAttribute(Sessions.ACTIVE, then);
		repository.save(session);
		return then;
	}

	private long active() {
		Session session = this.sessions.findById(id());
		assertThat(session).isNotNull();
		return session.getRequiredAttribute(Sessions.ACTIVE);
	}

	private String id() {
		return new String(Base64.getDecoder().decode(this.cookie.getValue()), UTF_8);
	}

	private ResultActions ask() throws Exception {
		return this.mvc.perform(get("/notices/count").cookie(this.cookie)
			.header("HX-Request", "true")
			.header(Activity.UNATTENDED, "true"));
	}

	private ResultActions open(String path) throws Exception {
		return this.mvc.perform(get(path).cookie(this.cookie));
	}

}
