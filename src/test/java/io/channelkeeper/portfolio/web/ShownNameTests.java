package io.channelkeeper.portfolio.web;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.PortfolioRows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * A channel whose handle is none to people goes by its name wherever it is named.
 */
@ApplicationTest
class ShownNameTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	PortfolioRows rows;

	@Autowired
	JdbcClient jdbc;

	private Viewer viewer;

	private UUID creator;

	private UUID place;

	@BeforeEach
	void makePlace() {
		this.viewer = this.organizations.make("Atelier");
		this.creator = this.rows.creator(this.viewer, "Nora");
		this.place = this.rows.channel(this.viewer, this.creator, "google-business", "cid:9000000202");
		this.jdbc.sql("update channel set display_name = 'Brot & Salz' where id = ?").param(this.place).update();
		this.rows.invalid(this.rows.connect(this.viewer, this.place, null), "PASSWORD_CHANGED");
		this.rows.invite(this.viewer, this.creator, this.place, "CONFIRMED", null);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/portfolio", "/portfolio?q=brot", "/creators/{creator}", "/creators/{creator}/history",
			"/creators/{creator}/invite", "/invitations", "/channels/{place}/connect", "/channels/{place}/disconnect",
			"/channels/{place}/handle", "/channels/{place}/archive" })
	void isUsedOnEveryPage(String page) throws Exception {
		String path = page.replace("{creator}", this.creator.toString()).replace("{place}", this.place.toString());
		assertThat(content(get(path))).contains("Brot &amp; Salz").doesNotContain("cid:");
	}

	@Test
	void standsBesideNoHandleTwice() throws Exception {
		assertThat(content(get("/creators/" + this.creator)).split(">Brot &amp; Salz<", -1)).hasSize(2);
	}

	@Test
	void isExported() throws Exception {
		assertThat(content(post("/portfolio/export").param("creator", this.creator.toString()).with(csrf())))
			.contains("\"Brot & Salz\"")
			.doesNotContain("cid:");
	}

	private String content(MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request.with(this.organizations.signedIn(this.viewer)))
			.andReturn()
			.getResponse()
			.getContentAsString(UTF_8);
	}

}
