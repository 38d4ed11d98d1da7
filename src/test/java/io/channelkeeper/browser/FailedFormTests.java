package io.channelkeeper.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages that come back when a member's form is sent with nothing in it.
 */
@BrowserTest
class FailedFormTests {

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	TestChannels channels;

	@ParameterizedTest
	@ValueSource(strings = { "de", "en" })
	void everyRefusedFormIsAccessibleAndFits(String language, Browsing browsing) {
		Viewer ada = this.organizations.make("Bistro");
		UUID ana = this.creators.ana(ada);
		UUID channel = this.channels.instagram(ada, ana, "anakocht");
		this.organizations.letOperate(ada);
		this.organizations.speak(ada, language);
		Page page = browsing.desk(language);
		browsing.signIn(page, ada.email(), TestOrganizations.PASSWORD);
		List<String> answers = new ArrayList<>();
		for (String path : List.of("/creators/new", "/creators/import", "/creators/" + ana + "/edit",
				"/creators/" + ana + "/archive", "/creators/" + ana + "/channels/new", "/creators/" + ana + "/invite",
				"/channels/" + channel + "/handle", "/channels/" + channel + "/ineligible", "/settings/profile",
				"/settings/profile/password", "/admin/members/new", "/admin/organization", "/admin/organizations")) {
			page.navigate(path);
			answers
				.add(path + " " + browsing.sendEmpty(page).status() + " " + page.locator("html").getAttribute("lang"));
			assertThat(page.locator("main [role=alert], main .field-error").count()).as(path).isPositive();
			browsing.check(page, "failed-form/" + language
					+ path.replace(ana.toString(), "ana").replace(channel.toString(), "channel").replace('/', '-'));
		}
		assertThat(answers).allMatch((answer) -> answer.endsWith(" 422 " + language));
	}

}
