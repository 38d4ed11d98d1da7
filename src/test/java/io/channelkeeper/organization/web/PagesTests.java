package io.channelkeeper.organization.web;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.UUID;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.organization.OrganizationService;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApplicationTest
class PagesTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	OrganizationService service;

	@Autowired
	JdbcClient jdbc;

	@Test
	void everyPageIsShownInBothLanguages() throws Exception {
		Viewer ada = this.organizations.make("Alpha");
		Viewer mia = this.organizations.member(ada, Role.MARKETER);
		operate(ada);
		for (String language : List.of("de", "en")) {
			for (String page : List.of("/login", "/password", "/password?asked", "/settings/profile",
					"/settings/profile/password", "/admin/members", "/admin/members/new",
					"/admin/members/" + mia.memberId() + "/deactivate", "/admin/organization",
					"/admin/organizations")) {
				boolean open = page.startsWith("/login") || page.startsWith("/password");
				var request = get(page).param("lang", language);
				this.mvc.perform(open ? request : request.with(this.organizations.signedIn(ada)))
					.andExpect(status().isOk())
					.andExpect(content().string(containsString("lang=\"" + language + "\"")))
					.andExpect(cookie().value("lang", language));
			}
		}
	}

	@Test
	void theMembersLanguageIsStrongerThanTheBrowsers() throws Exception {
		Viewer ada = this.organizations.make("Alpha");
		this.mvc
			.perform(post("/settings/profile").with(csrf())
				.with(this.organizations.signedIn(ada))
				.param("name", "Ada \u202eLovelace\u200b")
				.param("language", "de")
				.param("timeZone", "Asia/Tokyo"))
			.andExpect(redirectedUrl("/settings/profile"));
		this.mvc
			.perform(get("/settings/profile").header("Accept-Language", "en").with(this.organizations.signedIn(ada)))
			.andExpect(content().string(containsString("Mein Profil")))
			.andExpect(content().string(containsString("value=\"Ada Lovelace\"")));
	}

	@Test
	void theBrowsersLanguageCountsBeforeSignIn() throws Exception {
		this.mvc.perform(get("/login").header("Accept-Language", "fr, de-AT;q=0.8, en;q=0.5"))
			.andExpect(content().string(containsString("Anmelden")));
		this.mvc.perform(get("/login").header("Accept-Language", "fr"))
			.andExpect(content().string(containsString("Sign in")));
	}

	@Test
	void wrongInputKeepsWhatWasTypedAndChangesNothing() throws Exception {
		Viewer ada = this.organizations.make("Alpha");
		this.mvc
			.perform(post("/settings/profile").with(csrf())
				.with(this.organizations.signedIn(ada))
				.param("name", "<script>alert(1)</script>" + "x".repeat(120))
				.param("language", "fr")
				.param("timeZone", "Mars/Base"))
			.andExpect(status().is(422))
			.andExpect(content().string(containsString("&lt;script&gt;")))
			.andExpect(content().string(containsString("Choose a time zone from the list.")));
		this.mvc.perform(post("/settings/profile").with(csrf()).with(this.organizations.signedIn(ada)))
			.andExpect(status().is(422));
	}

	@Test
	void savesTheOrganizationWithItsLogo() throws Exception {
		Viewer ada = this.organizations.make("Alpha");
		ByteArrayOutputStream logo = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(10, 20, BufferedImage.TYPE_INT_RGB), "png", logo);
		save(ada, "https://example.org/privacy", logo.toByteArray(), 303);
		var organization = this.service.get(ada.organizationId());
		assertThat(organization.hasLogo()).isTrue();
		assertThat(organization.marketersMayConnect()).isFalse();
		assertThat(organization.privacy()).hasToString("https://example.org/privacy");
		this.mvc.perform(get("/organizations/{id}/logo", ada.organizationId()))
			.andExpect(status().isOk())
			.andExpect(header().string("Content-Type", "image/png"))
			.andExpect(header().string("Cache-Control", "max-age=3600, public"));
		this.mvc.perform(get("/organizations/{id}/logo", UUID.randomUUID())).andExpect(status().isNotFound());
	}

	@Test
	void refusesAWrongLogoAndAHostileAddress() throws Exception {
		Viewer ada = this.organizations.make("Alpha");
		save(ada, "https://example.org", "<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_8), 422);
		save(ada, "javascript:alert(1)", new byte[0], 422);
		assertThat(this.service.get(ada.organizationId()).privacy()).isNull();
	}

	@Test
	void theTestMailCountsOnceItArrived() throws Exception {
		Viewer ada = this.organizations.make("Alpha");
		assertThat(testMailSent(ada)).isFalse();
		this.mvc.perform(post("/admin/organization/test-mail").with(csrf()).with(this.organizations.signedIn(ada)))
			.andExpect(redirectedUrl("/admin/organization"));
		MembersTests.mailTo(new EmailAddress(ada.email()));
		for (int wait = 0; wait < 50 && !testMailSent(ada); wait++) {
			Thread.onSpinWait();
		}
		assertThat(testMailSent(ada)).isTrue();
	}

	@Test
	void operatorsAddOrganizations() throws Exception {
		Viewer ada = this.organizations.make("Alpha");
		this.mvc.perform(get("/admin/organizations").with(this.organizations.signedIn(ada)))
			.andExpect(status().isForbidden());
		operate(ada);
		String name = "Gamma " + UUID.randomUUID();
		this.mvc
			.perform(post("/admin/organizations").with(csrf())
				.with(this.organizations.signedIn(ada))
				.param("name", name)
				.param("language", "de")
				.param("timeZone", "Europe/Berlin"))
			.andExpect(redirectedUrl("/admin/organizations"));
		this.mvc.perform(get("/admin/organizations").with(this.organizations.signedIn(ada)))
			.andExpect(content().string(containsString(name)));
	}

	private boolean testMailSent(Viewer viewer) {
		return Tenancy.within(viewer.organizationId(), this.service::testMailSent);
	}

	private void operate(Viewer viewer) {
		this.jdbc.sql("update person set operator = true where id = :id").param("id", viewer.personId()).update();
	}

	private void save(Viewer viewer, String privacy, byte[] logo, int status) throws Exception {
		MockMultipartHttpServletRequestBuilder request = multipart("/admin/organization");
		request.file(new MockMultipartFile("logo", "logo.png", "image/png", logo));
		this.mvc
			.perform(request.with(csrf())
				.with(this.organizations.signedIn(viewer))
				.param("name", "Alpha")
				.param("language", "en")
				.param("timeZone", "Europe/Berlin")
				.param("privacy", privacy))
			.andExpect(status().is(status));
	}

}
