package io.channelkeeper.browser;

import java.util.Map;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.channelkeeper.Program;
import io.channelkeeper.TestEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An installation's first day: set up by the link that the first start prints, and
 * restarted.
 */
@BrowserTest
class FirstStartTests {

	@Test
	@DisplayName("1: the printed link sets up, and a restart keeps people signed in")
	void aRestartKeepsPeopleSignedIn(Browsing browsing) {
		int port = BrowserEnvironment.freePort();
		String address = "http://localhost:" + port;
		Map<String, Object> settings = TestEnvironment.settings(TestEnvironment.newDatabase());
		settings.put("server.port", port);
		settings.put("channelkeeper.base-url", address);
		Page page = browsing.desk("de");
		try (Program program = Program.start(settings)) {
			String line = program.await("Set it up here");
			String link = line.substring(line.lastIndexOf(' ') + 1);
			for (String language : new String[] { "de", "en" }) {
				page.navigate(link + "?lang=" + language);
				browsing.check(page, "setup-" + language);
				assertThat(browsing.sendEmpty(page).status()).isEqualTo(422);
				browsing.check(page, "setup-refused-" + language);
			}
			page.locator("[name='admin.name']").fill("Ada Admin");
			page.locator("[name='admin.email']").fill("ada@example.org");
			page.locator("[name='admin.password']").fill("long enough indeed");
			page.locator("[name='organization.name']").fill("Alpha");
			page.locator("main button[type=submit]").click();
			page.waitForURL("**/portfolio");
			page.navigate("about:blank");
		}
		try (Program program = Program.start(settings)) {
			assertThat(program.await("Started ChannelkeeperApplication")).contains("seconds");
			page.navigate(address + "/settings/profile");
			assertThat(page.url()).endsWith("/settings/profile");
			assertThat(page.locator("[name=email], main").first().innerText()).isNotBlank();
			assertThat(page.locator("[name=name]").inputValue()).isEqualTo("Ada Admin");
			page.navigate("about:blank");
		}
	}

}
