package io.channelkeeper.browser;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The browser comes up, reaches the application and the practice networks.
 */
@BrowserTest
class BrowserSupportTests {

	@Test
	void opensTheApplicationAndThePracticeNetworks(Browsing browsing) {
		Page page = browsing.desk("de");
		page.navigate("/login");
		assertThat(page.locator("html").getAttribute("lang")).isEqualTo("de");
		browsing.checkAccessible(page);
		browsing.checkQuiet();
		page.navigate(browsing.practice().baseUrl() + "/");
		assertThat(page.locator("h1").innerText()).isEqualTo("What life does");
		browsing.shot(page, "practice-control");
		browsing.checkAccessible(page);
	}

	@Test
	void showsThePracticeDialogOnAPhone(Browsing browsing) {
		Page page = browsing.phone("en");
		page.navigate(browsing.practice().baseUrl()
				+ "/facebook/dialog/oauth?client_id=practice-facebook&response_type=code&state=x&scope=instagram_basic,"
				+ "instagram_manage_insights,pages_show_list,pages_read_engagement&redirect_uri=" + browsing.address()
				+ "/login");
		browsing.shot(page, "practice-login");
		browsing.checkAccessible(page);
		browsing.checkFits(page);
		page.getByText("Log in").last().tap();
		page.waitForURL("**/facebook/dialog/**");
		browsing.firstView(page, "practice-consent");
		browsing.checkAccessible(page);
		browsing.checkFits(page);
		page.getByText("Continue as Ana Kocht").tap();
		page.waitForURL((url) -> url.contains("code="));
		assertThat(page.url()).startsWith(browsing.address()).contains("state=x").endsWith("#_=_");
	}

	@Test
	void seesWhatIsNotAccessible(Browsing browsing) {
		Page page = browsing.desk("en");
		page.setContent("<html lang='en'><title>x</title><main><h1>x</h1><img src='data:,'></main>");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> browsing.checkAccessible(page))
			.withMessageContaining("critical image-alt")
			.withMessageContaining("<img src=");
	}

}
