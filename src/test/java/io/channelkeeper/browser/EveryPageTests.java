package io.channelkeeper.browser;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.warning.NoticeKind;
import io.channelkeeper.warning.TestWarnings;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever page a link leads to: it is there, everybody can use it, it fits a phone, and
 * nothing on it is blocked.
 */
@BrowserTest
class EveryPageTests {

	private static final List<String> PUBLIC = List.of("/login", "/password", "/privacy", "/connect/no-such-link",
			"/setup/no-such-link", "/join/no-such-link", "/deletion/no-such-code", "/password/no-such-link",
			"/unsubscribe/no-such-link", "/nowhere", "/oauth/callback/facebook?state=forged&code=forged");

	@Autowired
	ApplicationContext context;

	@ParameterizedTest
	@ValueSource(strings = { "de", "en" })
	@DisplayName("10, 11: every page of the workspace is accessible, fits and obeys the CSP")
	void opensEveryPageOfTheWorkspace(String language, Browsing browsing) {
		TestOrganizations organizations = this.context.getBean(TestOrganizations.class);
		Viewer admin = organizations.make("Lumen Social");
		organizations.member(admin, Role.MARKETER);
		walk(browsing, Invited.by(admin, this.context, "anakocht", language), "ana");
		walk(browsing, Invited.by(admin, this.context, "dariocooks", language), "dario");
		Invited.by(admin, this.context, "lotteberg", language);
		this.context.getBean(TestWarnings.class).tellOfEverything(admin);
		letEndSoon(admin);
		Page page = browsing.desk(language);
		browsing.signIn(page, admin.email(), TestOrganizations.PASSWORD);
		List<String> troubles = new ArrayList<>();
		Map<String, Integer> seen = new HashMap<>();
		Deque<String> open = new ArrayDeque<>(List.of("/portfolio", "/invitations", "/notices", "/settings/profile"));
		while (!open.isEmpty()) {
			String path = open.removeFirst();
			if (seen.merge(kind(path), 1, Integer::sum) <= often(path)) {
				look(browsing, page, path, language, troubles);
				open.addAll(links(page));
			}
		}
		assertThat(troubles).isEmpty();
		assertThat(seen).hasSizeGreaterThan(10);
	}

	@ParameterizedTest
	@ValueSource(strings = { "de", "en" })
	@DisplayName("10, 11: every public page is accessible, fits and obeys the CSP")
	void opensEveryPublicPage(String language, Browsing browsing) {
		Page page = browsing.phone(language);
		List<String> troubles = new ArrayList<>();
		for (String path : PUBLIC) {
			look(browsing, page, path, language, troubles);
		}
		this.context.getBean(JdbcClient.class)
			.sql("insert into deletion_request (code, provider, request_hash, asked_at, done_at, logins, channels) "
					+ "values (:code, 'facebook', decode(md5(:code), 'hex'), now(), now(), 1, 2)")
			.param("code", "done-" + language)
			.update();
		look(browsing, page, "/deletion/done-" + language, language, troubles);
		Viewer member = this.context.getBean(TestOrganizations.class).make("Lumen Social");
		look(browsing, page, this.context.getBean(TestWarnings.class).unsubscribeLink(member, NoticeKind.INTERRUPTED),
				language, troubles);
		Invited invited = Invited.to(this.context, "milanovak", language);
		new CreatorPhone(browsing, page).openInvitation(invited.email());
		String link = page.url().substring(browsing.address().length());
		for (String path : List.of(link, link + "/question")) {
			look(browsing, page, path, language, troubles);
		}
		assertThat(troubles).isEmpty();
	}

	/** There are warnings to come. */
	private void letEndSoon(Viewer admin) {
		this.context.getBean(JdbcClient.class)
			.sql("update social_login set deadline = now() + interval '20 days' where organization_id = ?")
			.param(admin.organizationId())
			.update();
	}

	private static void look(Browsing browsing, Page page, String path, String language, List<String> troubles) {
		Response answer = page.navigate(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
		int status = (answer != null) ? answer.status() : 0;
		if (status >= 500 || (status >= 400 && !PUBLIC.contains(path))) {
			troubles.add(path + " answered " + status);
		}
		if (!language.equals(page.locator("html").getAttribute("lang"))) {
			troubles.add(path + " is not in " + language);
		}
		String name = "pages/" + language + kind(path).replaceAll("[^a-z-]+", "-");
		try {
			browsing.check(page, name);
		}
		catch (AssertionError ex) {
			troubles.add(String.valueOf(ex.getMessage()));
		}
	}

	private static List<String> links(Page page) {
		Object found = page.evaluate("[...document.querySelectorAll('a[href]')]"
				+ ".filter(a => a.origin === location.origin && !a.hasAttribute('download'))"
				+ ".map(a => a.pathname + a.search)");
		return ((List<?>) found).stream()
			.map(String::valueOf)
			.filter((path) -> !path.matches("/(logout|pictures|css|js|icons|actuator)\\b.*|.*[?&]lang=.*"))
			.toList();
	}

	private static void walk(Browsing browsing, Invited invited, String who) {
		CreatorPhone phone = new CreatorPhone(browsing, browsing.phone("en"));
		phone.follow(invited, who);
		phone.switchOff(Set.of());
		phone.agree();
	}

	/**
	 * A creator's page looks different for each of the three creators, and after the list
	 * of mails comes one of them; others do not.
	 */
	private static int often(String path) {
		return switch (kind(path)) {
			case "/creators/{id}" -> 3;
			case "/admin/organization/mails" -> 2;
			default -> 1;
		};
	}

	/** Pages that differ in what they are about only. */
	private static String kind(String path) {
		return path.split("\\?", 2)[0].replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}")
			.replaceAll("[\\w-]{40,}", "{token}");
	}

}
