package io.channelkeeper.warning.web;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.HtmlUtils;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.StatementCounter;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.PortfolioRows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * What will be sent in the next 30 days, on a page of its own, under the rules, and as
 * one line of the portfolio.
 */
@ApplicationTest
class ComingPageTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	PortfolioRows rows;

	@Autowired
	JdbcClient jdbc;

	private Viewer admin;

	private UUID ana;

	@BeforeEach
	void makeOrganization() {
		this.admin = this.organizations.make("Atelier");
		this.ana = this.rows.creator(this.admin, "Ana Kocht");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"en|Next 30 days: 4 renewals, 1 by itself, 2 by creators, 1 by a member|10 days before it expires|3 mails to "
					+ "members, 1 to a creator, from 08:00 on|To be renewed by the creator|To be renewed by a member|for 2 channels",
			"de|Nächste 30 Tage: 4 Erneuerungen, 1 von selbst, 2 durch Creator, 1 durch ein Mitglied|10 Tage vor dem "
					+ "Ablauf|3 Mails an Mitglieder, 1 an einen Creator, ab 08:00 Uhr|Zu erneuern durch den Creator"
					+ "|Zu erneuern durch ein Mitglied|zu 2 Kanälen" })
	@DisplayName("B-16: who renews what and what will be sent to whom, in both languages")
	void tellsWhatIsComing(String language, String line, String before, String mails, String creator, String member,
			String channels) throws Exception {
		String sum = line.substring(line.indexOf(": ") + 2);
		Viewer marketer = this.organizations.member(this.admin, Role.MARKETER);
		this.organizations.member(this.admin, Role.MANAGER);
		this.jdbc.sql("update creator set email = 'ana@example.org' where id = ?").param(this.ana).update();
		connect("anakocht", Duration.ofDays(20));
		this.rows.connectedBy(this.admin, connect("anapage", Duration.ofDays(20)));
		connect("bistroana", Duration.ofDays(25));
		UUID itself = this.rows.channel(this.admin, this.ana, "youtube", "anatv");
		this.jdbc.sql("update social_login set renew_at = connected_at + interval '9 days' where id = ?")
			.param(this.rows.connect(this.admin, itself, null))
			.update();
		for (Viewer viewer : List.of(this.admin, marketer)) {
			this.organizations.speak(viewer, language);
			assertThat(read(viewer, "/portfolio")).contains(line, "href=\"/connections/coming\"");
			assertThat(read(viewer, "/connections/coming")).contains(sum, before, mails, creator, member, "@anakocht")
				.doesNotContain("??", "anatv");
		}
		LocalDate day = LocalDate.ofInstant(this.rows.instant().plus(Duration.ofDays(10)), this.admin.zone());
		assertThat(read(this.admin, "/admin/organization")).contains(sum, mails, channels,
				"/connections/coming#on-" + day, "/admin/organization/warnings.csv", "name=\"from\"", "name=\"to\"");
	}

	@Test
	@DisplayName("B-16: the preview follows the rules of the organization")
	void followsTheRules() throws Exception {
		connect("anakocht", Duration.ofDays(20));
		assertThat(read(this.admin, "/connections/coming")).contains("10 days before", "On the day it expires");
		this.jdbc.sql("""
				insert into warning_rule (organization_id, network, kind, days, changed_at, changed_by)
				values (?, 'instagram', 'OWNED', '{3}', ?, ?)""")
			.params(this.admin.organizationId(), this.rows.instant().atOffset(ZoneOffset.UTC), this.admin.memberId())
			.update();
		assertThat(read(this.admin, "/connections/coming")).contains("3 days before").doesNotContain("10 days before");
	}

	@Test
	void nothingIsComing() throws Exception {
		Viewer stranger = this.organizations.make("Bistro");
		connect("anakocht", Duration.ofDays(20));
		this.rows.creator(stranger, "Ben");
		assertThat(read(stranger, "/connections/coming")).contains("no renewals", "No warnings will be sent.")
			.doesNotContain("anakocht", "<table");
		assertThat(read(stranger, "/admin/organization")).contains("No warnings will be sent.");
		assertThat(read(stranger, "/portfolio")).doesNotContain("Next 30 days");
	}

	@Test
	@DisplayName("B-16: many deadlines on one day are counted, 50 of them named, with as many statements")
	void namesSomeAndCountsTheOthers() throws Exception {
		connect("anakocht", Duration.ofDays(20));
		int few = StatementCounter.during(() -> read(this.admin, "/connections/coming"));
		for (int number = 0; number < 60; number++) {
			connect("ana" + number, Duration.ofDays(20));
		}
		assertThat(StatementCounter.during(() -> read(this.admin, "/connections/coming"))).isEqualTo(few);
		String page = read(this.admin, "/connections/coming");
		assertThat(page.split("10 days before it expires", -1)).hasSize(51);
		assertThat(page).contains("and 11 more");
	}

	private UUID connect(String handle, Duration remaining) {
		UUID channel = this.rows.channel(this.admin, this.ana, "instagram", handle);
		this.rows.connect(this.admin, channel, remaining);
		return channel;
	}

	private String read(Viewer viewer, String path) throws Exception {
		MockHttpServletResponse answer = this.mvc
			.perform(get(URI.create(path)).with(this.organizations.signedIn(viewer)))
			.andReturn()
			.getResponse();
		assertThat(answer.getStatus()).as(path).isEqualTo(200);
		return HtmlUtils.htmlUnescape(answer.getContentAsString());
	}

}
