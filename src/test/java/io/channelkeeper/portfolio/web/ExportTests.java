package io.channelkeeper.portfolio.web;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.PortfolioRows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

@ApplicationTest
class ExportTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	PortfolioRows rows;

	private Viewer viewer;

	@BeforeEach
	void makeOrganization() {
		this.viewer = this.organizations.make("Atelier");
	}

	@Test
	void writesALineForEachChannel() throws Exception {
		UUID ana = this.rows.creator(this.viewer, "Ana \"Chili\" Kocht; jr", this.viewer.memberId(), "Food", "Berlin");
		UUID channel = this.rows.channel(this.viewer, ana, "instagram", "anakocht");
		this.rows.connect(this.viewer, channel, Duration.ofDays(59));
		this.rows.followers(channel, 12_400);
		this.rows.channel(this.viewer, ana, "youtube", "anakocht");
		UUID ben = this.rows.creator(this.viewer, "Ben");
		this.rows.creator(this.viewer, "Not chosen");
		MockHttpServletResponse answer = export("en", ana, ben);
		assertThat(answer.getContentType()).isEqualTo("text/csv;charset=UTF-8");
		assertThat(answer.getHeader("Content-Disposition")).contains("attachment", "portfolio.csv");
		LocalDate day = LocalDate.ofInstant(this.rows.instant().plus(Duration.ofDays(59)), this.viewer.zone());
		String[] lines = text(answer).split("\r\n", -1);
		assertThat(lines).hasSize(5);
		assertThat(lines[0]).startsWith("\uFEFF\"Creator\",\"Tags\",\"Network\",\"Handle\",\"Address\",\"State\"");
		assertThat(lines[1]).contains("\"Ana \"\"Chili\"\" Kocht; jr\",\"Berlin, Food\",\"YouTube\"",
				"\"Not connected\",\"Not invited yet\"");
		assertThat(lines[2]).contains(
				"\"Instagram\",\"anakocht\",\"https://www.instagram.com/anakocht\",\"Connected\",\"Renew by",
				"says Facebook\",\"" + day + "\",\"12400\",\"" + this.viewer.name() + "\"");
		assertThat(lines[3]).startsWith("\"Ben\",").contains("No channel yet");
	}

	@Test
	void separatesAsGermanExcelExpects() throws Exception {
		assertThat(text(export("de", this.rows.creator(this.viewer, "Zoë Öztürk"))))
			.startsWith("\uFEFF\"Creator\";\"Schlagwörter\";\"Netzwerk\"")
			.contains("\"Zoë Öztürk\";");
	}

	@Test
	void noCellIsAFormula() throws Exception {
		for (String name : new String[] { "=1+1", "+49 30", "-2", "@SUM(A1)", "\"=1\"" }) {
			assertThat(text(export("en", this.rows.creator(this.viewer, name)))).doesNotContain("\n\"=", "\n\"+",
					"\n\"-", "\n\"@", "\n=");
		}
	}

	@Test
	void anotherOrganizationsCreatorsAreLeftOut() throws Exception {
		UUID ana = this.rows.creator(this.viewer, "Ana Kocht");
		this.viewer = this.organizations.make("Other");
		assertThat(text(export("en", ana))).doesNotContain("Ana Kocht");
	}

	@Test
	void nothingSelectedIsSaid() throws Exception {
		MockHttpServletResponse answer = export("en");
		assertThat(answer.getStatus()).isEqualTo(303);
		assertThat(answer.getRedirectedUrl()).isEqualTo("/portfolio?mine=yes");
	}

	private MockHttpServletResponse export(String language, UUID... creators) throws Exception {
		return this.mvc
			.perform(post("/portfolio/export?lang=" + language)
				.param("creator", Stream.of(creators).map(UUID::toString).toArray(String[]::new))
				.param("back", "/portfolio?mine=yes")
				.with(this.organizations.signedIn(this.viewer))
				.with(csrf())
				.locale(Locale.forLanguageTag(language)))
			.andReturn()
			.getResponse();
	}

	private static String text(MockHttpServletResponse answer) {
		return new String(answer.getContentAsByteArray(), UTF_8);
	}

}
