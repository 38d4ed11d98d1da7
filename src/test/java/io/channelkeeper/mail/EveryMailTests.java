package io.channelkeeper.mail;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.web.util.HtmlUtils;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for every mail that there is, in both languages: new ones included.
 */
@ApplicationTest
class EveryMailTests {

	/** Turns what follows, hides a part, ends the line, and begins a header. */
	private static final String HOSTILE = "Evil\u202E\u2066\u200F\u200B GmbH\r\nBcc: all@evil.example\u2028\uFEFF<b>";

	/** Whatever turns or hides text. */
	private static final Pattern MARKS = Pattern.compile("[\\p{Cf}\\p{Zl}\\p{Zp}&&[^\u200C\u200D]]");

	private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");

	@Autowired
	TestOrganizations organizations;

	@Autowired
	MailPreviews previews;

	@Autowired
	MailPacker packer;

	@Autowired
	JavaMailSender sender;

	private Viewer admin;

	@BeforeEach
	void makeAnOrganization() {
		this.admin = this.organizations.make("Atelier");
	}

	@ParameterizedTest
	@ValueSource(strings = { "de", "en" })
	@DisplayName("needs no pictures, loads nothing and tells nobody that it was opened")
	void loadsNothing(String language) {
		for (MailPreview preview : all(language, "Atelier", "Ada")) {
			assertThat(preview.mail().html()).as(preview.template())
				.doesNotContainIgnoringCase("<img", "src=", "url(", "@import", "<link", "<script", "background=",
						"<form", "<svg", "utm_");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "de", "en" })
	@DisplayName("leads to our own pages only, and in the text to the same ones")
	void saysTheSameInBothForms(String language) {
		for (MailPreview preview : all(language, "Atelier", "Ada")) {
			Matcher links = LINK.matcher(preview.mail().html());
			while (links.find()) {
				String link = HtmlUtils.htmlUnescape(links.group(1));
				assertThat(link).as(preview.template()).startsWith("http://localhost:8080/");
				assertThat(preview.mail().text()).as(preview.template()).contains(link);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "de", "en" })
	@DisplayName("says at its top what the subject left out, and can be read in the dark")
	void readsWell(String language) {
		for (MailPreview preview : all(language, "Atelier", "Ada")) {
			assertThat(preview.mail().html()).as(preview.template())
				.contains("<meta name=\"color-scheme\" content=\"light dark\">", "@media (prefers-color-scheme: dark)",
						" style=\"display:none;", "<title>", "lang=\"" + language + "\"");
			assertThat(preview.mail().preheader()).as(preview.template())
				.isNotBlank()
				.isNotEqualTo(preview.mail().subject());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "de", "en" })
	@DisplayName("a hostile name turns and hides nothing, in the subject, the page or the text")
	void namesPlayNoTricks(String language) {
		List<MailPreview> hostile = all(language, HOSTILE, HOSTILE);
		assertThat(hostile).isNotEmpty().anyMatch((preview) -> preview.mail().text().contains("Evil"));
		for (MailPreview preview : hostile) {
			assertThat(preview.mail().subject()).as(preview.template()).doesNotContainPattern("[\\r\\n]");
			assertThat(preview.mail().html()).as(preview.template()).doesNotContain("<b>");
			for (String written : List.of(preview.mail().subject(), preview.mail().html(), preview.mail().text())) {
				assertThat(MARKS.matcher(written).find()).as(preview.template() + ": " + written).isFalse();
			}
		}
	}

	@Test
	@DisplayName("a hostile name adds no header, whatever the mail")
	void namesAddNoHeader() throws Exception {
		for (MailPreview preview : all("en", HOSTILE, HOSTILE)) {
			ClaimedMail mail = new ClaimedMail(Ids.next(), null, "TEST", "ana@example.com", preview.mail().subject(), 1,
					0, MailRoom.BEGIN);
			var message = this.sender.createMimeMessage();
			this.packer.pack(message, mail,
					new MailContent(HOSTILE, null, "en", true, null, preview.mail().html(), preview.mail().text()));
			assertThat(message.getHeader("Bcc")).isNull();
			assertThat(message.getAllRecipients()).hasSize(1);
			assertThat(message.getFrom()).singleElement().asString().contains("Evil", "channelkeeper@example.org");
			assertThat(message.getHeader("Message-ID")).containsExactly("<" + mail.id() + "@example.org>");
			assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
		}
	}

	private List<MailPreview> all(String language, String organization, String name) {
		return Tenancy.within(this.admin.organizationId(),
				() -> this.previews.all(new SampleRecipient(this.admin.organizationId(), organization, name,
						new EmailAddress(this.admin.email()), Locale.of(language), ZoneId.of("Europe/Berlin"))));
	}

}
