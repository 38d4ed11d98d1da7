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

import io.channelkeeper.organization.AdminLink;
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
	AdminLink adminLink;

	@ParameterizedTest
	@ValueSource(strings = { "de", "en" })
	void everyPageIsAccessibleAndFits(String language, Browsing browsing) {
		Viewer ada = this.organizations.make("Demo Agency");
		this.organizations.member(ada, Role.MANAGER);
		Viewer mia = this.organizations.member(ada, Role.MARKETER);
		this.organizations.alsoIn(ada, this.organizations.make("Atelier"), Role.ADMIN);
		this.organizations.letOperate(ada);
		this.organizations.speak(ada, language);
		String link = join(ada, "tom@example.org");
		for (Page page : List.of(browsing.desk(language), browsing.phone(language))) {
			String size = (page.viewportSize().width > 400) ? "desk" : "phone";
			Consumer<String> look = (name) -> {
				browsing.shot(page, "organization-" + name + "-" + language + "-" + size);
				browsing.checkAccessible(page);
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
			page.locator("#privacy-note .field-error").waitFor();
			look.accept("organization-wrong");
			visit(page, "/admin/organizations", "organizations", look);
		}
		browsing.overlookComplaints();
	}

	@ParameterizedTest
	@ValueSource(strings = { "de", "en" })
	void everyLinkThatIsGoodLeadsToAPageForAll(String language, Browsing browsing) {
		Viewer ada = this.organizations.make("Demo Agency");
		Viewer mia = this.organizations.member(this.organizations.make("Atelier"), Role.MARKETER);
		this.organizations.speak(mia, language);
		Page page = browsing.desk(language);
		page.navigate("/password");
		refuse(browsing, page, "password-ask", language);
		page.locator("[name=email]").fill(ada.email());
		page.locator("main button").first().click();
		browsing.check(page, name("password-asked", language));
		page.navigate(browsing.practice().mailbox().await(ada.email(), 0).link("/password/"));
		browsing.check(page, name("password-set", language));
		refuse(browsing, page, "password-set", language);
		page.navigate(this.adminLink.create(new EmailAddress(ada.email())));
		browsing.check(page, name("login-link", language));
		page.navigate(join(ada, "tom@example.org"));
		refuse(browsing, page, "join", language);
		page.navigate(join(ada, mia.email()));
		browsing.check(page, name("join-known", language));
		page.locator("main button").first().click();
		page.locator("[role=alert]").waitFor();
		browsing.check(page, name("join-known-refused", language));
		browsing.signIn(page, mia.email(), TestOrganizations.PASSWORD);
		page.navigate(join(ada, mia.email()));
		browsing.check(page, name("join-signed-in", language));
		assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
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

	private String join(Viewer admin, String email) {
		return Tenancy.within(admin.organizationId(),
				() -> this.newMembers.link(admin, new EmailAddress(email), Role.MARKETER));
	}

	private static void refuse(Browsing browsing, Page page, String name, String language) {
		assertThat(browsing.sendEmpty(page).status()).isEqualTo(422);
		assertThat(page.locator(".field-error").count()).as(name).isPositive();
		browsing.check(page, name(name + "-refused", language));
	}

	private static String name(String page, String language) {
		return "organization-" + page + "-" + language;
	}

	private static void visit(Page page, String path, String name, Consumer<String> look) {
		page.navigate(path);
		look.accept(name);
	}

}
