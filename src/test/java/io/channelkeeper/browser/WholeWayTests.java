package io.channelkeeper.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The product's main job, from a marketer's desk to a creator's phone and back.
 */
@BrowserTest
class WholeWayTests {

	private static final double LIVE = 20_000;

	@Autowired
	TestOrganizations organizations;

	@Test
	@DisplayName("I-1, I-4, I-10, I-12: invited at a desk, connected on a phone in at most five taps")
	void connectsByInvitation(Browsing browsing) {
		Viewer marketer = this.organizations.member(this.organizations.make("Lumen Social"), Role.MARKETER);
		Page desk = browsing.desk("en");
		browsing.signIn(desk, marketer.email(), TestOrganizations.PASSWORD);
		addCreator(desk, "Ana Kocht", "ana.whole@creators.example", "@anakocht");
		browsing.shot(desk, "whole-way/1-creator");
		desk.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Invite")).first().click();
		desk.waitForURL("**/invite**");
		desk.locator("select[name=ways]").selectOption(new SelectOption().setLabel("through Facebook"));
		browsing.shot(desk, "whole-way/2-invite");
		desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send invitation")).click();
		desk.waitForURL("**/creators/**");
		desk.navigate("/portfolio");
		Locator row = desk.locator("tr", new Page.LocatorOptions().setHasText("Ana Kocht"));
		assertThat(row).containsText("Invited");
		desk.evaluate("window.neverReloaded = true");

		CreatorPhone ana = new CreatorPhone(browsing, browsing.phone("en"));
		ana.openInvitation("ana.whole@creators.example");
		browsing.firstView(ana.page(), "whole-way/3-connect");
		browsing.checkFits(ana.page());
		browsing.checkAccessible(ana.page());
		ana.leave();
		ana.logInAsRemembered();
		ana.agree();
		assertThat(ana.heading()).contains("@anakocht");
		assertThat(ana.page().locator(".tick")).isVisible();
		assertThat(ana.taps()).isLessThanOrEqualTo(5);
		browsing.firstView(ana.page(), "whole-way/4-done");
		browsing.checkFits(ana.page());
		browsing.checkAccessible(ana.page());

		assertThat(row).containsText("Connected",
				new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions().setTimeout(LIVE));
		assertThat(row).containsText("8,120");
		assertThat(desk.evaluate("window.neverReloaded")).isEqualTo(true);
		browsing.shot(desk, "whole-way/5-portfolio");
	}

	private static void addCreator(Page desk, String name, String email, String channels) {
		desk.navigate("/creators/new");
		desk.locator("[name=name]").fill(name);
		desk.locator("[name=email]").fill(email);
		desk.locator("[name=channels]").fill(channels);
		Locator choice = desk.locator("select[name=choice]");
		choice.waitFor();
		choice.selectOption("instagram:" + channels);
		desk.locator("main form button[type=submit]").first().click();
		desk.waitForURL((url) -> !url.endsWith("/creators/new"));
	}

}
