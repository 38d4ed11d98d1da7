package io.channelkeeper.connection;

import java.util.UUID;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import io.channelkeeper.browser.BrowserTest;
import io.channelkeeper.browser.Browsing;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A member connects and disconnects in a real browser, in both languages.
 */
@BrowserTest
class ConnectPagesTests {

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	TestChannels channels;

	@ParameterizedTest
	@ValueSource(strings = { "de", "en" })
	@DisplayName("M-36, B-5, B-6: walks every page of connecting")
	void walksEveryPage(String language, Browsing browsing) {
		Viewer viewer = this.organizations.make("Agency");
		UUID creator = this.creators.ana(viewer);
		UUID id = this.channels.instagram(viewer, creator, "anakocht");
		UUID wrong = this.channels.instagram(viewer, creator, "finnotto");
		Page page = browsing.desk(language);
		browsing.blockPopUps(page);
		browsing.signIn(page, viewer.email(), TestOrganizations.PASSWORD);
		page.navigate("/channels/" + id + "/connect?from=/portfolio&lang=" + language);
		check(browsing, page, "connect-" + language);
		page.locator("main form:has(input[value=facebook]) button").click();
		page.waitForURL(browsing.practice().baseUrl() + "/**");
		logIn(page);
		page.waitForURL("**/channels/" + id + "/connect/*");
		assertThat(page.locator("input[type=checkbox]").first().isChecked()).isFalse();
		check(browsing, page, "connect-others-" + language);
		page.locator("main a.btn").click();
		page.waitForURL("**/portfolio");
		page.navigate("/channels/" + id + "/disconnect");
		check(browsing, page, "disconnect-" + language);
		page.navigate("/channels/" + wrong + "/connect");
		page.locator("main form:has(input[value=facebook]) button").click();
		page.waitForURL(browsing.practice().baseUrl() + "/**");
		page.locator("button:has-text('Continue')").click();
		page.waitForURL("**/channels/" + wrong + "/connect/*");
		check(browsing, page, "connect-wrong-" + language);
		Page phone = browsing.phone(language);
		phone.navigate("/oauth/callback/facebook?code=x&state=forged");
		check(browsing, phone, "connect-unknown-" + language);
	}

	private static void logIn(Page page) {
		page.getByText("Log in").last().click();
		page.waitForURL("**/facebook/dialog/**");
		page.locator("button:has-text('Continue')").click();
	}

	private static void check(Browsing browsing, Page page, String name) {
		browsing.shot(page, name);
		browsing.checkAccessible(page);
		browsing.checkFits(page);
		if (page.viewportSize().width > 1000) {
			page.setViewportSize(390, 664);
			browsing.shot(page, name + "-phone");
			browsing.checkFits(page);
			page.setViewportSize(1440, 900);
		}
	}

}
