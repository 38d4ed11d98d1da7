package io.channelkeeper.browser;

import java.util.UUID;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import practice.PracticeBrowser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import io.channelkeeper.organization.TestOrganizations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page has two admins: Ana connected the channel on her phone, then Henri signs in for
 * it at a member's desk.
 */
@BrowserTest
class TakeoverWayTests {

	/** Said once, however. */
	private static final Pattern UNCHANGED = Pattern.compile("(?i)nothing (was )?change|nichts geändert|bleibt alles");

	private static final Pattern LEAVE = Pattern.compile("^(Continue to|Weiter zu) Facebook.*");

	@Autowired
	ApplicationContext context;

	@Test
	@DisplayName("B-4: who can do all that the old sign-in could takes its place")
	void takesOverFromWhoCouldDoNoMore(Browsing browsing) {
		Invited invited = connectedByAna(browsing, "en");
		Page desk = signIn(browsing, invited, "en");
		assertThat(fact(desk, "Connected by")).containsText("Creator anakocht");
		leaveAsHenri(desk, invited.channel());
		desk.navigate("/creators/" + invited.creator());
		assertThat(fact(desk, "Connected by")).containsText(invited.marketer().name());
		browsing.check(desk, "takeover/taken-over");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			en | Ana Kocht connected the channel. The sign-in as Henri Weber can do less | Connected by
			de | Verbunden hat den Kanal Ana Kocht. Die Anmeldung als Henri Weber kann weniger | Verbunden von
			""")
	@DisplayName("B-4: who can do less changes nothing, and both are named")
	void changesNothingForWhoCanDoLess(String language, String told, String label, Browsing browsing) {
		new PracticeBrowser().consent(browsing.practice().baseUrl()
				+ "/facebook/dialog/oauth?client_id=practice-facebook&response_type=code&scope=ads_read&redirect_uri="
				+ browsing.address() + "/elsewhere", "ana");
		Invited invited = connectedByAna(browsing, language);
		Page desk = signIn(browsing, invited, language);
		leaveAsHenri(desk, invited.channel());
		assertThat(desk.locator("main")).containsText(told);
		assertThat(UNCHANGED.matcher(desk.locator("main").innerText()).results()).hasSize(1);
		browsing.check(desk, "takeover/refused-" + language);
		desk.navigate("/creators/" + invited.creator());
		assertThat(fact(desk, label)).containsText("Creator anakocht");
	}

	private static Locator fact(Page desk, String label) {
		return desk.locator("dt:text-is('" + label + "') + dd");
	}

	private Invited connectedByAna(Browsing browsing, String language) {
		Invited invited = Invited.to(this.context, "anakocht", language);
		CreatorPhone phone = new CreatorPhone(browsing, browsing.phone(language));
		phone.follow(invited, "ana");
		phone.agree();
		assertThat(phone.page().locator(".tick")).isVisible();
		return invited;
	}

	private static Page signIn(Browsing browsing, Invited invited, String language) {
		Page desk = browsing.desk(language);
		browsing.blockPopUps(desk);
		browsing.signIn(desk, invited.marketer().email(), TestOrganizations.PASSWORD);
		desk.navigate("/creators/" + invited.creator());
		return desk;
	}

	private static void leaveAsHenri(Page desk, UUID channel) {
		desk.navigate("/channels/" + channel + "/connect");
		desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(LEAVE)).click();
		desk.waitForURL("**/facebook/**");
		desk.locator("button[name=as][value=henri]").click();
		desk.waitForURL("**/facebook/dialog/**");
		desk.getByText("Continue as Henri Weber").click();
		desk.waitForURL((address) -> !address.contains("/facebook/") && !address.contains("/oauth/callback/"));
	}

}
