package io.channelkeeper.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.creator.NewCreator;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.invitation.InvitationState;
import io.channelkeeper.invitation.TestInvitations;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.EmailAddress;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Invitations and the creator's page, in a real browser under the real policy.
 */
@BrowserTest
class InvitationBrowserTests {

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	TestChannels channels;

	@Autowired
	TestInvitations invitations;

	@Autowired
	JdbcClient jdbc;

	@ParameterizedTest
	@ValueSource(strings = { "de", "en" })
	@DisplayName("At 390 x 664 the first view is who asks, for what, the promise and the button")
	void aCreatorConnectsOnAPhone(String language, Browsing browsing) {
		Viewer ada = organization();
		UUID ana = creator(ada, language);
		UUID channel = this.channels.instagram(ada, ana, "lotteberg");
		UUID bistro = this.channels.instagram(ada, ana, "milanovak");
		UUID invitation = this.invitations.make(ada, ana, "Liebe Lotte, wir freuen uns auf den Herbst.", channel,
				bistro);
		Page page = browsing.phone(language);
		page.navigate(this.invitations.link(ada, invitation) + "?lang=" + language);
		look(browsing, page, "connect-" + language);
		double foot = top(page, ".foot");
		assertThat(bottom(page, ".foot")).isLessThanOrEqualTo(664);
		assertThat(bottom(page, ".expected")).isLessThanOrEqualTo(foot);
		assertThat(bottom(page, ".promise")).isLessThanOrEqualTo(foot);
		page.locator(".foot button").tap();
		page.waitForURL((url) -> url.contains("/facebook/"));
		page.getByText("Lotte Berg").first().tap();
		page.waitForURL("**/facebook/dialog/**");
		page.getByText("Continue as Lotte Berg").tap();
		page.waitForURL("**/connect/**");
		look(browsing, page, "connect-done-" + language);
		assertThat(this.invitations.row(ada, invitation).isPartly()).isTrue();
		page.locator(".foot button").tap();
		page.waitForURL("**/facebook/dialog/**");
		page.getByText("Continue as Lotte Berg").tap();
		page.waitForURL("**/connect/**");
		look(browsing, page, "connect-stuck-" + language);
	}

	@Test
	void thePageWorksWithoutScripts(Browsing browsing) {
		Viewer ada = organization();
		UUID ana = creator(ada, "de");
		UUID channel = this.channels.instagram(ada, ana, "noahstein");
		UUID invitation = this.invitations.make(ada, ana, channel);
		Page page = browsing.phoneWithoutScripts("de");
		page.navigate(this.invitations.link(ada, invitation));
		assertThat(this.invitations.row(ada, invitation).state()).isEqualTo(InvitationState.SENT);
		page.locator(".foot button").tap();
		page.waitForURL((url) -> url.contains("/facebook/"));
		assertThat(this.invitations.row(ada, invitation).state()).isEqualTo(InvitationState.STARTED);
	}

	@Test
	void theFirstViewWeighsLittle(Browsing browsing) {
		Viewer ada = organization();
		UUID ana = creator(ada, "de");
		UUID invitation = this.invitations.make(ada, ana, this.channels.instagram(ada, ana, "noahstein"));
		Page page = browsing.phone("de");
		List<Response> answers = new ArrayList<>();
		page.onResponse(answers::add);
		page.navigate(this.invitations.link(ada, invitation));
		page.waitForLoadState(LoadState.NETWORKIDLE);
		int bytes = answers.stream().mapToInt((answer) -> answer.request().sizes().responseBodySize).sum();
		assertThat(bytes).isLessThan(100_000);
		assertThat(this.invitations.row(ada, invitation).state()).isEqualTo(InvitationState.OPENED);
		assertThat(page.context().cookies()).noneMatch((cookie) -> cookie.name.contains("SESSION"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "de", "en" })
	void everyPublicPageIsAccessibleAndFits(String language, Browsing browsing) {
		Viewer ada = organization();
		UUID ana = creator(ada, language);
		UUID invitation = this.invitations.make(ada, ana, this.channels.instagram(ada, ana, "noahstein"));
		String link = this.invitations.link(ada, invitation);
		Page page = browsing.phone(language);
		page.navigate(link + "/question?lang=" + language);
		look(browsing, page, "connect-question-" + language);
		page.locator("main form button").tap();
		page.locator(".field-error").waitFor();
		look(browsing, page, "connect-question-wrong-" + language);
		page.locator("#question").fill("Was seht ihr?");
		page.locator("main form button").tap();
		page.locator("#question").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
		look(browsing, page, "connect-asked-" + language);
		page.navigate(link);
		page.locator("summary").last().tap();
		look(browsing, page, "connect-open-" + language);
		page.locator("form[action$=decline] button").tap();
		look(browsing, page, "connect-declined-" + language);
		page.navigate(link);
		look(browsing, page, "connect-dead-" + language);
		browsing.overlookComplaints();
	}

	@ParameterizedTest
	@ValueSource(strings = { "de", "en" })
	void everyPageOfMembersIsAccessibleAndFits(String language, Browsing browsing) {
		Viewer ada = organization();
		this.organizations.speak(ada, language);
		UUID ana = creator(ada, "de");
		UUID channel = this.channels.instagram(ada, ana, "lotteberg");
		this.channels.instagram(ada, ana, "bistro_ana");
		rows(ada, language);
		for (Page page : List.of(browsing.desk(language), browsing.phone(language))) {
			String end = "-" + language + ((page.viewportSize().width > 400) ? "-desk" : "-phone");
			browsing.signIn(page, ada.email(), TestOrganizations.PASSWORD);
			page.navigate("/creators/" + ana + "/invite");
			page.locator(".phone-page").waitFor();
			look(browsing, page, "invite" + end);
			page.locator("button[name=in][value=en]").click();
			page.locator(".phone-page").getByText("would like to connect").first().waitFor();
			assertThat(page.context().pages()).hasSize(1);
			page.locator("button[value=qr]").click();
			page.locator(".qr").waitFor();
			look(browsing, page, "invite-qr" + end);
			page.locator("button[value=message]").click();
			page.locator("#text").waitFor();
			look(browsing, page, "invite-message" + end);
			page.navigate("/creators/" + ana + "/preparation");
			look(browsing, page, "preparation" + end);
			page.navigate("/creators/" + ana + "/channels/" + channel + "/instructions");
			look(browsing, page, "instructions" + end);
			page.navigate("/invitations");
			look(browsing, page, "invitations" + end);
			page.locator(".rows details:not(.menu) summary").first().click();
			look(browsing, page, "invitations-open" + end);
			page.navigate("/invitations?state=confirmed");
			look(browsing, page, "invitations-none" + end);
		}
	}

	@Test
	void theListRenewsItself(Browsing browsing) {
		Viewer ada = organization();
		UUID ana = creator(ada, "de");
		UUID invitation = this.invitations.make(ada, ana, this.channels.instagram(ada, ana, "noahstein"));
		Page page = browsing.desk("en");
		browsing.signIn(page, ada.email(), TestOrganizations.PASSWORD);
		page.navigate("/invitations");
		assertThat(page.locator(".chip").innerText()).contains("Link ready");
		browsing.phone("de").navigate(this.invitations.link(ada, invitation));
		page.getByText("opened 1").waitFor();
		assertThat(page.locator(".chip").innerText()).contains("Opened");
	}

	private void rows(Viewer ada, String language) {
		List<String> states = List.of("CONFIRMED", "STARTED", "DECLINED", "EXPIRED", "OPENED", "OPENED");
		for (int index = 0; index < states.size(); index++) {
			UUID creator = this.creators.add(ada, new NewCreator("Creator " + index,
					new EmailAddress("c" + index + "@example.org"), Locale.of(language), null, List.of()));
			UUID invitation = this.invitations.make(ada, creator,
					this.channels.instagram(ada, creator, "creator" + index),
					this.channels.instagram(ada, creator, "second" + index));
			this.invitations.send(ada, invitation);
			boolean stuck = index == states.size() - 1;
			this.jdbc.sql(
					"update invitation_channel set state = :state, started_at = case when :state = 'STARTED' then state_since end, "
							+ "opened_at = state_since, diagnosis = :diagnosis where invitation_id = :id")
				.param("state", states.get(index))
				.param("diagnosis", stuck ? "NO_PAGE" : null)
				.param("id", invitation)
				.update();
			this.jdbc.sql("update invitation set stuck = :stuck, opened_at = created_at where id = :id")
				.param("stuck", stuck)
				.param("id", invitation)
				.update();
		}
	}

	private void look(Browsing browsing, Page page, String name) {
		browsing.firstView(page, "invitation/" + name + "-first");
		browsing.shot(page, "invitation/" + name);
		browsing.checkAccessible(page);
		browsing.checkFits(page);
	}

	private Viewer organization() {
		Viewer ada = this.organizations.make("Demo Foods");
		this.jdbc
			.sql("update organization set address = :address, privacy_url = 'https://demo.example/privacy', "
					+ "imprint_url = 'https://demo.example/imprint' where id = :id")
			.param("address", "Lindenstraße 12\n10969 Berlin")
			.param("id", ada.organizationId())
			.update();
		return ada;
	}

	private UUID creator(Viewer ada, String language) {
		return this.creators.add(ada, new NewCreator("Lotte Berg", new EmailAddress("lotte@practice.example"),
				Locale.of(language), null, List.of()));
	}

	private static double top(Page page, String selector) {
		return box(page, selector).y;
	}

	private static double bottom(Page page, String selector) {
		BoundingBox box = box(page, selector);
		return box.y + box.height;
	}

	private static BoundingBox box(Page page, String selector) {
		BoundingBox box = page.locator(selector).first().boundingBox();
		assertThat(box).as(selector).isNotNull();
		return box;
	}

}
