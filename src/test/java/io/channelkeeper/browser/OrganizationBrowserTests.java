package io.channelkeeper.browser;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.channelkeeper.organization.NewMemberService;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages about people and organizations, in a real browser under the real policy.
 */
@BrowserTest
class OrganizationBrowserTests {

	@Autowired
	TestOrganizations organizations;

	@Autowired
	NewMemberService newMembers;

	@Autowired
	JdbcClient jdbc;

	@ParameterizedTest
	@ValueSource(strings = { "de", "en" })
	void everyPageIsAccessibleAndFits(String language, Browsing browsing) {
		Viewer ada = this.organizations.make("Demo Agency");
		this.organizations.member(ada, Role.MANAGER);
		Viewer mia = this.organizations.member(ada, Role.MARKETER);
		this.organizations.alsoIn(ada, this.organizations.make("Atelier"), Role.ADMIN);
		this.jdbc.sql("update person set operator = true, language = :language where id = :id")
			.param("language", language)
			.param("id", ada.personId())
			.update();
		String link = Tenancy.within(ada.organizationId(),
				() -> this.newMembers.link(ada, new EmailAddress("tom@example.org"), Role.MARKETER));
		for (Page page : List.of(browsing.desk(language), browsing.phone(language))) {
			String size = (page.viewportSize().width > 400) ? "desk" : "phone";
			Consumer<String> look = (name) -> {
				browsing.shot(page, "organization-" + name + "-" + language + "-" + size);
				if (size.equals("desk")) {
					browsing.checkAccessible(page);
				}
				browsing.checkFits(page);
			};
			visit(page, "/password", "password-ask", look);
			visit(page, "/password/" + "x".repeat(43), "dead-link", look);
			visit(page, Path.of("/", link.split("/", 4)[3]).toString(), "join", look);
			visit(page, "/login", "login", look);
			page.locator("form.card button").click();
			look.accept("login-refused");
			browsing.signIn(page, ada.email(), TestOrganizations.PASSWORD);
			visit(page, "/settings/profile?organization=" + ada.organizationId(), "profile", look);
			visit(page, "/settings/profile/password", "password-change", look);
			visit(page, "/admin/members", "members", look);
			visit(page, "/admin/members/new", "member-new", look);
			visit(page, "/admin/members/" + mia.memberId() + "/deactivate", "deactivate", look);
			visit(page, "/admin/organization", "organization", look);
			page.locator("#privacy").fill("nonsense");
			page.locator("form[enctype] button[type=submit]").click();
			assertThat(page.locator("#privacy-note .field-error").count()).isOne();
			look.accept("organization-wrong");
			visit(page, "/admin/organizations", "organizations", look);
		}
		browsing.overlookComplaints();
	}

	/** Here and not with MockMvc, whose csrf() keeps the token in a session for good. */
	@Test
	void aStrangersVisitLeavesNoSession(Browsing browsing) {
		Page page = browsing.desk("en");
		page.navigate("/login");
		page.navigate("/portfolio");
		assertThat(page.context().cookies()).extracting((cookie) -> cookie.name)
			.contains("CSRF")
			.doesNotContain("SESSION");
	}

	@Test
	void anUploadThatIsTooLargeIsAnswered(Browsing browsing) {
		Viewer ada = this.organizations.make("Demo Agency");
		Page page = browsing.desk("en");
		browsing.signIn(page, ada.email(), TestOrganizations.PASSWORD);
		for (int megabytes : List.of(2, 12)) {
			page.navigate("/admin/organization");
			page.locator("#logo")
				.setInputFiles(new FilePayload("huge.png", "image/png", new byte[megabytes * 1024 * 1024]));
			page.locator("form[enctype] button[type=submit]").click();
			assertThat(page.locator("main").innerText())
				.contains((megabytes == 2) ? "Choose a PNG, JPEG or WebP picture" : "This file is too large");
		}
		page.navigate("/login?email=%zz");
		assertThat(page.locator("main").innerText()).contains("That did not work");
		browsing.overlookComplaints();
	}

	private static void visit(Page page, String path, String name, Consumer<String> look) {
		page.navigate(path);
		look.accept(name);
	}

}
