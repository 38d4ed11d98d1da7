package io.channelkeeper.calendar.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.PortfolioRows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * Deadlines in a member's own calendar, read back as calendar programs read them (B-16).
 */
@ApplicationTest
class CalendarFeedTests {

	private static final String PAGE = "/settings/calendar";

	private static final Pattern ADDRESS = Pattern
		.compile("value=\"(http://localhost:8080/calendar/[\\w-]{43}\\.ics)\"");

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	PortfolioRows rows;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	Viewer admin;

	UUID ana;

	@BeforeEach
	void makeAnOrganization() {
		this.admin = this.organizations.make("Atelier");
		this.ana = this.rows.creator(this.admin, "Ana Kocht");
	}

	@Test
	@DisplayName("B-16: one event a sign-in, at its deadline, with what hangs on it and where to go")
	void aProgramReadsDeadlinesWithoutSigningIn() throws Exception {
		UUID first = channel("anakocht");
		UUID login = this.rows.connect(this.admin, first, Duration.ofDays(20));
		UUID second = channel("bistro_ana");
		this.rows.connect(this.admin, second, null);
		this.rows.hangOn(login, second);

		MockHttpServletResponse answer = read(address(this.admin));
		assertThat(answer.getContentType()).isEqualTo("text/calendar;charset=UTF-8");
		assertThat(answer.getHeader("Cache-Control")).contains("private", "no-cache");
		VEvent event = only(calendar(answer));
		assertThat(event.getUid().getValue()).isEqualTo(login + "@localhost");
		assertThat(event.getSummary().getValue()).isEqualTo("Renew @anakocht (Instagram) and 1 other channel");
		assertThat(event.getDateStart().getValue().hasTime()).isTrue();
		assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(deadline(login));
		assertThat(event.getDescription().getValue()).contains("- @bistro_ana (Instagram), Ana Kocht\n");
		assertThat(event.getUrl().getValue()).isEqualTo("http://localhost:8080/creators/" + this.ana + "?organization="
				+ this.admin.organizationId() + "#channel-" + first);
		assertThat(event.getTransparency().isTransparent()).isTrue();
		this.mvc.perform(head(URI.create(address(this.admin)).getPath())).andExpect(status().isOk());
	}

	@Test
	@DisplayName("B-16: a member of two organizations has two calendars, each in that organization's zone")
	void eachOrganizationHasACalendarOfItsOwn() throws Exception {
		Viewer other = this.organizations.make("Auckland");
		this.jdbc.sql("update organization set time_zone = 'Pacific/Auckland' where id = ?")
			.param(other.organizationId())
			.update();
		Viewer there = this.organizations.alsoIn(this.admin, other, Role.MARKETER);
		this.organizations.speak(this.admin, "de");
		UUID here = this.rows.connect(this.admin, channel("anakocht"), Duration.ofDays(20));
		UUID channel = this.rows.channel(other, this.rows.creator(other, "Kiri"), "tiktok", "kiri");
		UUID login = this.rows.connect(other, channel, Duration.ofDays(20));
		move(here, Instant.parse("2027-01-11T23:30:00Z"));
		move(login, Instant.parse("2027-01-11T23:30:00Z"));

		VEvent one = only(calendar(read(address(this.admin))));
		VEvent two = only(calendar(read(address(there))));
		assertThat(one.getDateStart().getValue().toInstant()).isEqualTo(two.getDateStart().getValue().toInstant());
		assertThat(one.getSummary().getValue()).isEqualTo("@anakocht (Instagram) erneuern");
		assertThat(one.getDescription().getValue())
			.contains("Erneuern bis 12. Januar 2027, 00:30 Uhr (Europe/Berlin).");
		assertThat(two.getSummary().getValue()).isEqualTo("@kiri (TikTok) erneuern");
		assertThat(two.getDescription().getValue()).contains("12. Januar 2027, 12:30 Uhr (Pacific/Auckland)");
	}

	@Test
	@DisplayName("B-16: names with line ends, commas, direction marks and 200 emoji stay text")
	void hostileNamesStayText() throws Exception {
		String hostile = "Eve\r\nEND:VEVENT\r\nBEGIN:VALARM, ; \\ \u202egnp.exe "
				+ "\uD83D\uDC69\u200D\uD83C\uDF73".repeat(99);
		this.jdbc.sql("update creator set name = ? where id = ?").params(hostile, this.ana).update();
		this.jdbc.sql("update organization set name = ? where id = ?")
			.params("A, B; C\nX-EVIL:1", this.admin.organizationId())
			.update();
		this.rows.connect(this.admin, channel("ana\nATTENDEE:x"), Duration.ofDays(20));

		String text = read(address(this.admin)).getContentAsString(StandardCharsets.UTF_8);
		assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
		assertThat(text.split("\r\n")).allMatch((line) -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
		assertThat(text.split("\r\n")).noneMatch((line) -> line.matches("(?s)(X-EVIL|ATTENDEE|BEGIN:VALARM).*"));
		assertThat(text).contains("X-WR-CALNAME:A\\, B\\; C X-EVIL:1: renew connections\r\n");
		ICalendar calendar = Biweekly.parse(text).first();
		assertThat(calendar.validate(ICalVersion.V2_0).isEmpty()).isTrue();
		assertThat(only(calendar).getAlarms()).isEmpty();
		assertThat(only(calendar).getSummary().getValue()).isEqualTo("Renew @ana ATTENDEE:x (Instagram)");
		assertThat(only(calendar).getDescription().getValue()).contains(
				"Eve END:VEVENT BEGIN:VALARM, ; \\ gnp.exe " + "\uD83D\uDC69\u200D\uD83C\uDF73".repeat(99) + "\n");
	}

	@Test
	@DisplayName("B-16: a new address ends the old one; switched off, left and unknown are alike")
	void anEndedAddressLeadsNowhere() throws Exception {
		Viewer mia = this.organizations.member(this.admin, Role.MARKETER);
		String old = address(mia);
		String current = address(mia);
		assertThat(read(old).getStatus()).isEqualTo(404);
		assertThat(read(current).getStatus()).isEqualTo(200);
		this.jdbc.sql("update member set active = false where id = ?").param(mia.memberId()).update();
		assertThat(read(current).getStatus()).isEqualTo(404);
		this.jdbc.sql("update member set active = true where id = ?").param(mia.memberId()).update();
		this.mvc.perform(as(mia, post(PAGE + "/end"))).andExpect(status().isSeeOther());
		assertThat(read(current).getStatus()).isEqualTo(404);
		assertThat(read("/calendar/no-such-calendar.ics").getStatus()).isEqualTo(404);
	}

	@Test
	@DisplayName("B-16: as long as nothing changes the calendar is the same; a moved deadline is a revision")
	void aMovedDeadlineIsANewRevision() throws Exception {
		UUID login = this.rows.connect(this.admin, channel("anakocht"), Duration.ofDays(20));
		String address = address(this.admin);
		MockHttpServletResponse first = read(address);
		String version = Objects.requireNonNull(first.getHeader("ETag"));
		assertThat(read(address).getContentAsString()).isEqualTo(first.getContentAsString());
		this.mvc.perform(get(URI.create(address).getPath()).header("If-None-Match", version))
			.andExpect(status().isNotModified());

		move(login, this.clock.instant().plus(Duration.ofDays(80)).truncatedTo(ChronoUnit.SECONDS));
		this.mvc.perform(get(URI.create(address).getPath()).header("If-None-Match", version))
			.andExpect(status().isOk());
		VEvent before = only(calendar(first));
		VEvent after = only(calendar(read(address)));
		assertThat(after.getUid().getValue()).isEqualTo(before.getUid().getValue());
		assertThat(after.getSequence().getValue()).isEqualTo(before.getSequence().getValue() + 1);
		assertThat(after.getDateTimeStamp().getValue()).isEqualTo(after.getLastModified().getValue());
		assertThat(after.getDateStart().getValue().toInstant()).isEqualTo(deadline(login));
	}

	@Test
	@DisplayName("B-16: only what somebody can still renew in time, or just failed to")
	void leavesOutWhatNobodyHasToRenew() throws Exception {
		this.rows.connect(this.admin, channel("renews_itself"), null);
		this.rows.connect(this.admin, channel("far_away"), Duration.ofDays(401));
		this.rows.connect(this.admin, channel("long_ago"), Duration.ofDays(-31));
		this.rows.invalid(this.rows.connect(this.admin, channel("invalid"), Duration.ofDays(5)), "ACCESS_REVOKED");
		UUID lost = channel("lost");
		this.rows.connect(this.admin, lost, Duration.ofDays(5));
		this.jdbc.sql("update connection set lost_cause = 'ROLE_LOST' where channel_id = ?").param(lost).update();
		UUID archived = channel("archived");
		this.rows.connect(this.admin, archived, Duration.ofDays(5));
		this.jdbc.sql("update channel set archived_at = added_at where id = ?").param(archived).update();
		UUID gone = channel("disconnected");
		this.rows.connect(this.admin, gone, Duration.ofDays(5));
		this.rows.disconnect(this.admin, gone);
		this.rows.connect(this.admin, channel("expired"), Duration.ofDays(-2));
		this.rows.connect(this.admin, channel("due"), Duration.ofDays(399));

		assertThat(summaries(this.admin)).containsExactly("Renew @expired (Instagram)", "Renew @due (Instagram)");
		this.jdbc.sql("update creator set archived_at = created_at where id = ?").param(this.ana).update();
		assertThat(summaries(this.admin)).isEmpty();
	}

	@Test
	@DisplayName("B-16: of many deadlines on one day the first 1,000")
	void boundsACalendar() throws Exception {
		try {
			manyOnOneDay();
			assertThat(calendar(read(address(this.admin))).getEvents()).hasSize(1000);
		}
		finally {
			run("delete from connection where organization_id = ?", this.admin.organizationId());
			run("delete from channel where organization_id = ?", this.admin.organizationId());
			run("delete from social_login where organization_id = ?", this.admin.organizationId());
		}
	}

	@Test
	@DisplayName("B-16: the address is shown once, to its member")
	void theAddressIsShownOnce() throws Exception {
		assertThat(body(as(this.admin, get(PAGE)))).contains("Create address").doesNotContain("Switch off");
		String made = body(as(this.admin, post(PAGE)));
		assertThat(made).contains("Copy address", "href=\"webcal://localhost:8080/calendar/");
		Matcher address = ADDRESS.matcher(made);
		assertThat(address.find()).isTrue();
		assertThat(body(as(this.admin, get(PAGE)))).contains("New address", "Switch off")
			.doesNotContain(address.group(1));
		assertThat(body(as(this.organizations.member(this.admin, Role.ADMIN), get(PAGE)))).contains("Create address");
		this.mvc.perform(get(PAGE)).andExpect(status().is3xxRedirection());
	}

	private void manyOnOneDay() {
		run("""
				insert into social_login (id, version, organization_id, provider, external_user_id, scopes, access_token,
					deadline, deadline_source, connected_at)
				select gen_random_uuid(), 0, ?, 'facebook', 'many-' || n, '{}', '\\x00', ?, 'REPORTED', ?
				from generate_series(1, 1100) n""",
				this.admin.organizationId(), at(this.clock.instant().plus(Duration.ofDays(9))),
				at(this.clock.instant()));
		run("""
				insert into channel (id, version, organization_id, creator_id, network, handle, handle_key, added_at)
				select id, 0, organization_id, ?, 'instagram', external_user_id, external_user_id, connected_at
				from social_login where organization_id = ?""", this.ana, this.admin.organizationId());
		run("""
				insert into connection (channel_id, version, organization_id, login_id, granted, missing, connected_at)
				select id, 0, organization_id, id, '{}', '{}', connected_at
				from social_login where organization_id = ?""", this.admin.organizationId());
	}

	private UUID channel(String handle) {
		return this.rows.channel(this.admin, this.ana, "instagram", handle);
	}

	private void move(UUID login, Instant deadline) {
		run("update social_login set deadline = ? where id = ?", at(deadline), login);
	}

	private Instant deadline(UUID login) {
		return this.jdbc.sql("select date_trunc('second', deadline) from social_login where id = ?")
			.param(login)
			.query(java.time.OffsetDateTime.class)
			.single()
			.toInstant();
	}

	/** The address that a member is shown when it is made. */
	private String address(Viewer member) throws Exception {
		Matcher address = ADDRESS.matcher(body(as(member, post(PAGE))));
		assertThat(address.find()).isTrue();
		return address.group(1);
	}

	private MockHttpServletResponse read(String address) throws Exception {
		return this.mvc.perform(get(URI.create(address).getPath())).andReturn().getResponse();
	}

	private List<String> summaries(Viewer member) throws Exception {
		return calendar(read(address(member))).getEvents()
			.stream()
			.map((event) -> event.getSummary().getValue())
			.toList();
	}

	private static ICalendar calendar(MockHttpServletResponse answer) throws Exception {
		assertThat(answer.getStatus()).isEqualTo(200);
		return Biweekly.parse(answer.getContentAsString(StandardCharsets.UTF_8)).first();
	}

	private static VEvent only(ICalendar calendar) {
		assertThat(calendar.getEvents()).hasSize(1);
		return calendar.getEvents().getFirst();
	}

	private MockHttpServletRequestBuilder as(Viewer member, MockHttpServletRequestBuilder request) {
		return request.with(csrf()).with(this.organizations.signedIn(member));
	}

	private String body(MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
	}

	private void run(String sql, @Nullable Object... values) {
		this.jdbc.sql(sql).params(Arrays.asList(values)).update();
	}

	private static Object at(Instant moment) {
		return moment.atOffset(ZoneOffset.UTC);
	}

}
