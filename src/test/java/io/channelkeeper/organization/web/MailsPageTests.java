package io.channelkeeper.organization.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.HtmlUtils;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.mail.MailPreview;
import io.channelkeeper.mail.MailPreviews;
import io.channelkeeper.mail.SampleRecipient;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * Every mail can be looked at before anybody gets it.
 */
@ApplicationTest
class MailsPageTests {

	private static final String PAGE = "/admin/organization/mails";

	private static final Path TEMPLATES = Path.of("src/main/resources/templates/mail");

	/** Parts of mails stand there in one of the two forms only. */
	private static final Set<String> PARTS = Set.of("frame.html", "parts.html", "ask.txt", "renew.txt", "sign.txt",
			"unsubscribe.txt");

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	MailPreviews previews;

	@Autowired
	MessageSource messages;

	@Autowired
	JdbcClient jdbc;

	Viewer admin;

	@BeforeEach
	void makeAnOrganization() {
		this.admin = this.organizations.make("Café <b>Ümläut</b>");
	}

	@Test
	@DisplayName("a template of a mail without a sample of it does not pass")
	void everyTemplateHasASample() throws IOException {
		Set<String> templates = new TreeSet<>();
		try (Stream<Path> files = Files.list(TEMPLATES)) {
			files.map((file) -> file.getFileName().toString())
				.filter((name) -> !PARTS.contains(name))
				.forEach(templates::add);
		}
		assertThat(all("de").stream()
			.map(MailPreview::template)
			.flatMap((template) -> Stream.of(template + ".html", template + ".txt"))).doesNotHaveDuplicates()
			.containsExactlyInAnyOrderElementsOf(templates);
	}

	@ParameterizedTest
	@ValueSource(strings = { "de", "en" })
	void everySampleIsAWholeMail(String language) {
		for (MailPreview preview : all(language)) {
			assertThat(preview.mail().subject()).as(preview.template()).isNotBlank().doesNotContain("{", "??");
			assertThat(preview.mail().preheader()).as(preview.template()).isNotBlank();
			assertThat(preview.mail().html()).as(preview.template())
				.contains("lang=\"" + language + "\"", HtmlUtils.htmlEscape(sender(preview), "UTF-8"))
				.doesNotContain("??", "<b>Ümläut");
			assertThat(preview.mail().text()).as(preview.template()).isNotBlank().doesNotContain("??", "th:");
			for (String fact : List.of("name", "when")) {
				assertThat(
						this.messages.getMessage("mail." + preview.template() + "." + fact, null, Locale.of(language)))
					.isNotBlank();
			}
		}
	}

	@Test
	@DisplayName("every mail in both languages, as a page and as text, with subject and preview line")
	void showsEveryMailInBothLanguages() throws Exception {
		String list = read(this.admin, PAGE);
		for (String language : List.of("de", "en")) {
			for (MailPreview preview : all(language)) {
				assertThat(list).contains(PAGE + "?mail=" + preview.template() + "\"");
				String page = HtmlUtils
					.htmlUnescape(read(this.admin, PAGE + "?mail=" + preview.template() + "&in=" + language));
				assertThat(page).contains(preview.mail().subject(), preview.mail().preheader(),
						preview.mail().text().lines().findFirst().orElseThrow(), "This is a sample");
				assertThat(page).contains("<iframe sandbox",
						"src=\"" + PAGE + "/" + preview.template() + "?in=" + language);
				assertThat(read(this.admin, PAGE + "/" + preview.template() + "?in=" + language))
					.contains("<base target=\"_blank\">", "<html lang=\"" + language + "\"");
			}
		}
	}

	@Test
	@DisplayName("a mail in its frame runs nothing, loads nothing and cannot be framed elsewhere")
	void aMailRunsNothing() throws Exception {
		MockHttpServletResponse mail = answer(this.admin, PAGE + "/invitation?in=de");
		assertThat(mail.getHeaderValues("Content-Security-Policy")).singleElement()
			.asString()
			.contains("default-src 'none'", "frame-ancestors 'self'", "form-action 'none'")
			.endsWith("; sandbox")
			.doesNotContain("script-src");
		assertThat(answer(this.admin, PAGE + "?mail=invitation").getHeaderValues("Content-Security-Policy"))
			.singleElement()
			.asString()
			.contains("script-src 'self'", "frame-ancestors 'none'")
			.endsWith("; frame-src 'self'");
	}

	@Test
	void nothingIsStoredOrSent() throws Exception {
		List<Long> before = counts();
		read(this.admin, PAGE);
		for (String template : all("en").stream().map(MailPreview::template).collect(Collectors.toSet())) {
			read(this.admin, PAGE + "/" + template);
		}
		assertThat(counts()).isEqualTo(before);
	}

	@Test
	void onlyAdminsLookAtMails() throws Exception {
		Viewer manager = this.organizations.member(this.admin, Role.MANAGER);
		for (String path : List.of(PAGE, PAGE + "?mail=invitation", PAGE + "/invitation")) {
			assertThat(answer(manager, path).getStatus()).as(path).isEqualTo(403);
		}
		assertThat(answer(this.admin, PAGE + "?mail=no-such-mail").getStatus()).isEqualTo(404);
		assertThat(answer(this.admin, PAGE + "/frame").getStatus()).isEqualTo(404);
	}

	private List<MailPreview> all(String language) {
		return Tenancy.within(this.admin.organizationId(),
				() -> this.previews.all(new SampleRecipient(this.admin.organizationId(), this.admin.organizationName(),
						this.admin.name(), new EmailAddress(this.admin.email()), Locale.of(language),
						ZoneId.of("Europe/Berlin"))));
	}

	private static String sender(MailPreview preview) {
		return (preview.sender() != null) ? preview.sender() : "Channelkeeper";
	}

	private List<Long> counts() {
		return Stream.of("mail", "invitation_link", "unsubscribe_link", "access_link")
			.map((table) -> this.jdbc
				.sql("select count(*) from " + table
						+ (table.equals("access_link") ? " where created_by = ?" : " where organization_id = ?"))
				.param(table.equals("access_link") ? this.admin.memberId() : this.admin.organizationId())
				.query(Long.class)
				.single())
			.toList();
	}

	private String read(Viewer viewer, String path) throws Exception {
		MockHttpServletResponse answer = answer(viewer, path);
		assertThat(answer.getStatus()).as(path).isEqualTo(200);
		return answer.getContentAsString();
	}

	private MockHttpServletResponse answer(Viewer viewer, String path) throws Exception {
		return this.mvc.perform(get(path).with(this.organizations.signedIn(viewer))).andReturn().getResponse();
	}

}
