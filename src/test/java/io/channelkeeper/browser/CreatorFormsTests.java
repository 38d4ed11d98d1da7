package io.channelkeeper.browser;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.channel.Ineligibility;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Tenancy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * The forms about creators and channels as people see and use them.
 */
@BrowserTest
class CreatorFormsTests {

	private static final String LIST = """
			Name\tE-Mail\tInstagram\tTikTok
			Ben Bauer\tben@example.org\tbenbauer\t@ben.bauer
			Cem Çelik\tcem@example.org\tcemcelik\t
			Ana K.\tana@kocht.example\t\t@anakocht
			Dora\tdora at example\tdora.d\t
			Efe\t\tanakocht\t
			""";

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	TestChannels channels;

	@Autowired
	ChannelService service;

	@Autowired
	PlatformTransactionManager transactions;

	@Autowired
	JdbcClient jdbc;

	private Viewer viewer;

	private UUID ana;

	private UUID channel;

	@BeforeEach
	void makeChannel() {
		this.viewer = this.organizations.make("Bistro");
		this.ana = this.creators.ana(this.viewer);
		this.channel = this.channels.instagram(this.viewer, this.ana, "anakocht");
	}

	@Test
	void showsTheGlyphAsSomebodyTypes(Browsing browsing) {
		Page page = browsing.desk("en");
		browsing.signIn(page, this.viewer.email(), TestOrganizations.PASSWORD);
		page.navigate("/creators/new");
		page.getByLabel("Name").fill("Ben");
		page.getByLabel("Channels").fill("https://www.tiktok.com/@ben.bauer?lang=de\n@benbauer\nexample.com/x");
		assertThat(page.locator("#recognized")).containsText("TikTok");
		page.locator("#recognized select").selectOption("instagram:@benbauer");
		browsing.shot(page, "creator-new-recognized");
		page.getByLabel("Channels").fill("https://www.tiktok.com/@ben.bauer?lang=de\n@benbauer");
		assertThat(page.locator("#recognized li")).hasCount(2);
		assertThat(page.locator("#recognized select")).hasValue("instagram:@benbauer");
		browsing.checkAccessible(page);
		page.locator("main button[type=submit]").click();
		page.waitForURL("**/creators/*-*");
		browsing.overlookComplaints();
	}

	@ParameterizedTest
	@CsvSource({ "desk, de", "desk, en", "phone, de", "phone, en" })
	void looksAsItShould(String device, String language, Browsing browsing) {
		Page page = device.equals("desk") ? browsing.desk(language) : browsing.phone(language);
		this.organizations.speak(this.viewer, language);
		browsing.signIn(page, this.viewer.email(), TestOrganizations.PASSWORD);
		Tenancy.within(this.viewer.organizationId(), () -> this.service.markIneligible(this.channel,
				Ineligibility.Reason.PRIVATE, Ineligibility.Source.MEMBER, this.viewer));
		String look = "-" + device + "-" + language;
		look(browsing, page, "/creators/new", language, "creator-new" + look);
		look(browsing, page, "/creators/" + this.ana + "/edit", language, "creator-edit" + look);
		look(browsing, page, "/creators/" + this.ana + "/archive", language, "creator-archive" + look);
		look(browsing, page, "/creators/" + this.ana + "/channels/new", language, "channel-new" + look);
		look(browsing, page, "/channels/" + this.channel + "/handle", language, "channel-handle" + look);
		look(browsing, page, "/channels/" + this.channel + "/ineligible", language, "channel-ineligible" + look);
		look(browsing, page, "/channels/" + this.channel + "/check", language, "channel-check" + look);
		look(browsing, page, "/channels/" + this.channel + "/archive", language, "channel-archive" + look);
		look(browsing, page, "/creators/import", language, "list" + look);
		page.locator("#list").fill(LIST);
		page.locator("main button.btn-primary").click();
		see(browsing, page, "list-preview" + look);
		page.locator("main button.btn-primary").click();
		see(browsing, page, "list-results" + look);
		look(browsing, page, "/creators/new", language, "creator-new" + look);
		page.locator("#channels").fill("instagram.com/anakocht\nexample.com");
		page.locator("main button.btn-primary").click();
		see(browsing, page, "creator-new-wrong" + look);
	}

	@ParameterizedTest
	@ValueSource(strings = { "de", "en" })
	void whatIsAskedOfSeveralCreatorsIsForAll(String language, Browsing browsing) {
		this.creators.named(this.viewer, "Ben");
		Page page = browsing.desk(language);
		this.organizations.speak(this.viewer, language);
		browsing.signIn(page, this.viewer.email(), TestOrganizations.PASSWORD);
		for (String action : List.of("/creators/tag", "/creators/archive", "/invitations/bulk")) {
			page.navigate("/portfolio");
			page.locator("[data-select-all]").check();
			String button = action.equals("/creators/tag") ? ".selection-tag button"
					: "button[formaction='" + action + "']";
			page.locator(button).click();
			page.waitForURL("**" + action);
			browsing.check(page, "several" + action.replace('/', '-') + "-" + language);
			if (action.equals("/creators/archive")) {
				Assertions.assertThat(browsing.sendEmpty(page).status()).isEqualTo(422);
				browsing.check(page, "several-creators-archive-unanswered-" + language);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "de", "en" })
	void namesWhoWasFasterWithAChannel(String language, Browsing browsing) {
		UUID ben = this.creators.named(this.viewer, "Ben");
		Page page = browsing.desk(language);
		this.organizations.speak(this.viewer, language);
		browsing.signIn(page, this.viewer.email(), TestOrganizations.PASSWORD);
		page.navigate("/creators/" + this.ana + "/channels/new");
		page.locator("[name=handle]").fill("https://www.instagram.com/faster");
		TransactionTemplate transaction = new TransactionTemplate(this.transactions);
		page.waitForResponse((answer) -> answer.status() == 409,
				() -> Tenancy.within(this.viewer.organizationId(), () -> transaction.execute((status) -> {
					this.channels.instagram(this.viewer, ben, "faster");
					page.evaluate("document.querySelector('main form').requestSubmit()");
					awaitSomebodyWaiting();
					return true;
				})));
		assertThat(page.locator("main a")).hasAttribute("href", "/creators/" + ben);
		browsing.check(page, "channel-taken-" + language);
	}

	private void awaitSomebodyWaiting() {
		Instant end = Instant.now().plusSeconds(20);
		while (!this.jdbc
			.sql("select exists (select from pg_stat_activity where wait_event_type = 'Lock' "
					+ "and datname = current_database())")
			.query(Boolean.class)
			.single()) {
			Assertions.assertThat(Instant.now()).isBefore(end);
		}
	}

	private static void look(Browsing browsing, Page page, String path, String language, String name) {
		page.navigate(path + "?lang=" + language);
		see(browsing, page, name);
	}

	private static void see(Browsing browsing, Page page, String name) {
		browsing.shot(page, name);
		browsing.checkAccessible(page);
		browsing.checkFits(page);
	}

}
