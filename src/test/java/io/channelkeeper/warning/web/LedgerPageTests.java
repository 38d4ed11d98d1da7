package io.channelkeeper.warning.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.HtmlUtils;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.PortfolioRows;
import io.channelkeeper.support.Ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * Who was warned of a channel and what became of it, as a page and as a table.
 */
@ApplicationTest
class LedgerPageTests {

	private static final Pattern OLDER = Pattern.compile("href=\"([^\"]+before=[^\"]+)\"");

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	PortfolioRows rows;

	@Autowired
	JdbcClient jdbc;

	private Viewer admin;

	private Viewer max;

	private UUID channel;

	private Instant made;

	@BeforeEach
	void makeOrganization() {
		this.jdbc.sql("delete from scheduled_tasks where task_name in ('warnings', 'mails')").update();
		this.admin = this.organizations.make("Atelier");
		this.max = this.organizations.member(this.admin, Role.MARKETER, "Max Maler");
		this.channel = this.rows.channel(this.admin, this.rows.creator(this.admin, "Ana Kocht"), "instagram",
				"anakocht");
		this.rows.connect(this.admin, this.channel, Duration.ofDays(4));
		this.made = this.rows.instant().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(5));
	}

	@AfterEach
	void settleEverything() {
		this.jdbc.sql("delete from network_trouble where api = 'nowhere'").update();
		run("delete from warning where organization_id = ?", this.admin.organizationId());
		run("delete from creator_warning where organization_id = ?", this.admin.organizationId());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"en|Warnings about @anakocht|5 days before it expires|On the day it expires|Interrupted since|Sent|Refused"
					+ "|The address does not exist|Not taken by the mail server yet|next attempt|On its way"
					+ "|Not sent: unsubscribed|Not sent: it no longer expires then|Not sent: no longer a member"
					+ "|Not sent: it was connected again first|Waits some minutes|Is being written|Connected again since|Not sent: it was interrupted again first",
			"de|Warnungen zu @anakocht|5 Tage vor dem Ablauf|Am Tag des Ablaufs|Unterbrochen seit|Verschickt|Abgewiesen"
					+ "|Die Adresse gibt es nicht|Vom Mailserver noch nicht angenommen|nächster Versuch|Unterwegs"
					+ "|Nicht verschickt: abbestellt|Nicht verschickt: läuft dann nicht mehr ab"
					+ "|Nicht verschickt: kein Mitglied mehr|Nicht verschickt: war vorher wieder verbunden"
					+ "|Wartet einige Minuten|Wird gerade geschrieben|Wieder verbunden seit"
					+ "|Nicht verschickt: war vorher wieder unterbrochen" })
	@DisplayName("B-8: who was warned of what, sent, refused with the reason, or why not, in both languages")
	void tellsWhatBecameOfEach(ArgumentsAccessor row) throws Exception {
		List<String> words = row.toList().stream().map(String::valueOf).toList();
		this.organizations.speak(this.admin, words.getFirst());
		mailed(5, "SENT", null);
		mailed(4, "REFUSED", "550 5.1.1 <max@gone.example> no such user");
		mailed(3, "QUEUED", "451 4.7.1 greylisted");
		mailed(2, "QUEUED", null);
		warn(0, "UNSUBSCRIBED", null);
		warn(10, "MOVED", null);
		warn(9, "LEFT", null);
		run("update warning set kind = 'RESTORED' where id = ?", warn(null, "MOVED", null));
		warn(null, "RECOVERED", null);
		open(Duration.ofMinutes(3));
		open(Duration.ofMinutes(-3));
		String page = read(this.admin, "/channels/" + this.channel + "/warnings");
		assertThat(page).contains(words.subList(1, words.size()))
			.contains("Max Maler", "550 5.1.1 <max@gone.example> no such user", "someone@example.org")
			.doesNotContain("??");
	}

	@Test
	@DisplayName("B-7, B-8: what waits for a network in trouble says so")
	void saysThatANetworkIsInTrouble() throws Exception {
		open(Duration.ofMinutes(-3));
		this.jdbc.sql("update social_login set provider = 'nowhere' where organization_id = ?")
			.param(this.admin.organizationId())
			.update();
		run("insert into network_trouble (id, api, since, share) values (?, 'nowhere', ?, 90)", Ids.next(),
				at(this.made));
		assertThat(read(this.admin, "/channels/" + this.channel + "/warnings"))
			.contains("Waits until the network is well again");
	}

	@ParameterizedTest
	@CsvSource({
			"en,Ana Kocht (creator),a mail of the last days asks for it,the address refused the last mail,declined",
			"de,Ana Kocht (Creator),eine Mail der letzten Tage,die Adresse hat die letzte Mail,hat abgelehnt" })
	@DisplayName("B-8, B-2: what creators are asked for stands beside what members are told")
	void tellsWhatCreatorsWereAsked(String language, String who, String soon, String refused, String declined)
			throws Exception {
		this.organizations.speak(this.admin, language);
		mailed(5, "SENT", null);
		ask(5, "MAILED",
				this.jdbc.sql("select mail_id from warning where organization_id = ?")
					.param(this.admin.organizationId())
					.query(UUID.class)
					.single());
		int days = 10;
		for (String outcome : List.of("MOVED", "RECOVERED", "TOO_SOON", "OFF", "NO_ADDRESS", "REFUSED", "DECLINED",
				"NO_WAY")) {
			ask(days++, outcome, null);
		}
		ask(null, null, null);
		String page = read(this.admin, "/channels/" + this.channel + "/warnings");
		assertThat(page).contains("Max Maler", who, soon, refused, declined).doesNotContain("??");
		assertThat(page.split("someone@example.org", -1)).hasSize(3);
		assertThat(lines(read(this.max, "/channels/" + this.channel + "/warnings.csv"))).hasSize(12);
	}

	@Test
	@DisplayName("B-8: every member reads it; addresses and the words of mail servers only admins")
	void addressesAreForAdmins() throws Exception {
		mailed(5, "REFUSED", "550 5.1.1 <max@gone.example> no such user");
		for (String path : List.of("/warnings", "/warnings.csv")) {
			assertThat(read(this.max, "/channels/" + this.channel + path))
				.contains("Max Maler", "Refused", "The address does not exist")
				.doesNotContain("someone@example.org", "gone.example", "550 5.1.1", "no such user");
		}
		assertThat(read(this.admin, "/channels/" + this.channel + "/warnings.csv")).contains("someone@example.org",
				"550 5.1.1 <max@gone.example> no such user");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/warnings", "/warnings.csv" })
	void anotherOrganizationsChannelIsNotThere(String path) throws Exception {
		mailed(5, "SENT", null);
		Viewer stranger = this.organizations.make("Bistro");
		assertThat(ask(stranger, "/channels/" + this.channel + path).getStatus()).isEqualTo(404);
		assertThat(ask(stranger, "/channels/" + Ids.next() + path).getStatus()).isEqualTo(404);
		assertThat(ask(stranger, "/channels/nonsense" + path).getStatus()).isIn(400, 404);
	}

	@Test
	void saysThatNobodyWasWarned() throws Exception {
		assertThat(read(this.admin, "/channels/" + this.channel + "/warnings"))
			.contains("Nobody has been warned about this channel yet.")
			.doesNotContain("warnings.csv", "<table");
	}

	@Test
	@DisplayName("B-8: the creator's page leads there")
	void theCardLeadsThere() throws Exception {
		UUID creator = Objects.requireNonNull(this.jdbc.sql("select creator_id from channel where id = ?")
			.param(this.channel)
			.query(UUID.class)
			.single());
		assertThat(read(this.max, "/creators/" + creator)).contains("/channels/" + this.channel + "/warnings\"",
				"Warnings");
	}

	@Test
	void pagesWithoutLosingAny() throws Exception {
		for (int number = 0; number < 205; number++) {
			this.made = this.made.plusSeconds(number % 3);
			UUID id = warn(number % 90, "UNSUBSCRIBED", null);
			run("update warning set about = about + ? * interval '1 day' where id = ?", number, id);
		}
		String path = "/channels/" + this.channel + "/warnings";
		String first = read(this.admin, path);
		String second = read(this.admin, older(first));
		String third = read(this.admin, older(second));
		assertThat(List.of(rowsOf(first), rowsOf(second), rowsOf(third))).containsExactly(100, 100, 5);
		assertThat(OLDER.matcher(third).find()).isFalse();
		assertThat(first).doesNotContain("Newest ones");
		assertThat(third).contains("Newest ones");
		assertThat(lines(read(this.admin, path + ".csv"))).hasSize(206);
		assertThat(read(this.admin, path + "?before=" + Ids.next())).contains("Nobody has been warned");
	}

	@Test
	@DisplayName("B-8: as a table, moments with their offset, and no cell is a formula whatever it is called")
	void writesASafeTable() throws Exception {
		run("update creator set name = '=HYPERLINK(\"http://evil\";\"x\")' where organization_id = ?",
				this.admin.organizationId());
		run("update person set name = '+Max, \"M\"' where id = ?", this.max.personId());
		run("update channel set display_name = '-1+1', handle = '@SUM(A1)' where id = ?", this.channel);
		mailed(5, "REFUSED", "550 =cmd|' /C calc'!A0");
		MockHttpServletResponse answer = ask(this.admin, "/channels/" + this.channel + "/warnings.csv");
		assertThat(answer.getContentType()).isEqualTo("text/csv;charset=UTF-8");
		assertThat(answer.getHeader("Content-Disposition")).contains("attachment", "warnings.csv");
		List<String> lines = lines(text(answer));
		assertThat(lines).hasSize(2);
		assertThat(lines.getFirst()).startsWith("\uFEFF\"Creator\",\"Network\",\"Handle\",\"Warning\"");
		assertThat(lines.getLast()).startsWith("\"'=HYPERLINK(\"\"http://evil\"\";\"\"x\"\")\",\"Instagram\",\"")
			.contains("\"'+Max, \"\"M\"\"\"", "\"Expiring connections\",\"5\",\"", "\"Refused\"");
		assertThat(lines.getLast().substring(1)).doesNotContainPattern("(?<=,)\"[=+@\\t-]")
			.containsPattern("\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)\"");
		this.organizations.speak(this.admin, "de");
		assertThat(read(this.admin, "/channels/" + this.channel + "/warnings.csv"))
			.startsWith("\uFEFF\"Creator\";\"Netzwerk\"")
			.contains("\"Abgewiesen\"");
	}

	@Test
	@DisplayName("B-8: all of the organization as one table, of the days that were asked for, however many")
	void writesEverythingOfTheOrganization() throws Exception {
		UUID other = this.rows.channel(this.admin, this.rows.creator(this.admin, "Ben"), "facebook", "benshop");
		run("""
				insert into warning (id, organization_id, member_id, channel_id, kind, about, days, created_at, due_at,
					settled_at, outcome)
				select gen_random_uuid(), ?, ?, ?, 'EXPIRING', t.at + n * interval '1 day', 5, t.at, t.at, t.at,
					'UNSUBSCRIBED'
				from (select cast(? as timestamptz) as at) t cross join generate_series(1, 2500) n""",
				this.admin.organizationId(), this.max.memberId(), other, at(this.made));
		mailed(5, "SENT", null);
		LocalDate day = LocalDate.ofInstant(this.made, this.admin.zone());
		List<String> lines = lines(read(this.admin, all(day, day)));
		assertThat(lines).hasSize(2502).doesNotHaveDuplicates();
		assertThat(lines).filteredOn((line) -> line.contains("anakocht")).hasSize(1);
		assertThat(lines(read(this.admin, all(day.minusDays(9), day.minusDays(1))))).hasSize(1);
		assertThat(lines(read(this.admin, all(day.plusDays(1), day.plusDays(9))))).hasSize(1);
		assertThat(lines(read(this.admin, all(day.plusDays(300), day.minusDays(300))))).hasSize(1);
		assertThat(lines(read(this.organizations.make("Bistro"), all(day, day)))).hasSize(1);
		assertThat(lines(read(this.admin, "/admin/organization/warnings.csv?from=0001-01-01&to=%2B99999999-12-31")))
			.hasSize(1);
		assertThat(ask(this.admin, "/admin/organization/warnings.csv?from=yesterday&to=now").getStatus())
			.isEqualTo(400);
	}

	@ParameterizedTest
	@EnumSource(names = { "MANAGER", "MARKETER" })
	void onlyAdminsGetTheWholeTable(Role role) throws Exception {
		LocalDate day = LocalDate.of(2027, 1, 1);
		assertThat(ask(this.organizations.member(this.admin, role), all(day, day)).getStatus()).isEqualTo(403);
	}

	private static String all(LocalDate from, LocalDate to) {
		return "/admin/organization/warnings.csv?from=" + from + "&to=" + to;
	}

	private void mailed(int days, String state, @Nullable String error) {
		UUID mail = Ids.next();
		run("""
				insert into mail (id, organization_id, kind, recipient, subject, state, created_at, due_at, sent_at, error)
				values (?, ?, 'EXPIRING', 'someone@example.org', '', ?, ?, ?, ?, ?)""",
				mail, this.admin.organizationId(), state, at(this.made), at(this.made.plus(Duration.ofDays(9))),
				state.equals("SENT") ? at(this.made) : null, error);
		warn(days, "MAILED", mail);
	}

	private UUID warn(@Nullable Integer days, String outcome, @Nullable UUID mail) {
		UUID id = Ids.next();
		run("""
				insert into warning (id, organization_id, member_id, channel_id, kind, about, days, created_at, due_at,
					settled_at, outcome, mail_id)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", id, this.admin.organizationId(), this.max.memberId(),
				this.channel, (days != null) ? "EXPIRING" : "INTERRUPTED", at(this.made.plus(Duration.ofDays(4))), days,
				at(this.made), at(this.made), at(this.made), outcome, mail);
		return id;
	}

	private void ask(@Nullable Integer days, @Nullable String outcome, @Nullable UUID mail) {
		run("""
				insert into creator_warning (id, organization_id, creator_id, channel_id, about, days, created_at, due_at,
					settled_at, outcome, mail_id)
				select ?, c.organization_id, c.creator_id, c.id, ?, ?, ?, ?, ?, ?, ? from channel c where c.id = ?""",
				Ids.next(), at(this.made.plus(Duration.ofDays(4))), days, at(this.made), at(this.made),
				(outcome != null) ? at(this.made) : null, outcome, mail, this.channel);
	}

	/** Nobody was told yet. */
	private void open(Duration due) {
		run("""
				insert into warning (id, organization_id, member_id, channel_id, kind, about, created_at, due_at)
				values (?, ?, ?, ?, 'INTERRUPTED', ?, ?, ?)""", Ids.next(), this.admin.organizationId(),
				this.max.memberId(), this.channel, at(this.rows.instant().plus(due)), at(this.made),
				at(this.rows.instant().plus(due)));
	}

	private static String older(String page) {
		return HtmlUtils
			.htmlUnescape(OLDER.matcher(page).results().map((link) -> link.group(1)).findFirst().orElseThrow());
	}

	private static int rowsOf(String page) {
		return Pattern.compile("class=\"who-name\"").matcher(page).results().map(MatchResult::group).toList().size();
	}

	private static List<String> lines(String table) {
		return Arrays.asList(table.split("\r\n"));
	}

	private String read(Viewer viewer, String path) throws Exception {
		MockHttpServletResponse answer = ask(viewer, path);
		assertThat(answer.getStatus()).as(path).isEqualTo(200);
		return path.contains(".csv") ? text(answer) : HtmlUtils.htmlUnescape(text(answer));
	}

	private MockHttpServletResponse ask(Viewer viewer, String path) throws Exception {
		return this.mvc.perform(get(URI.create(path)).locale(Locale.ENGLISH).with(this.organizations.signedIn(viewer)))
			.andReturn()
			.getResponse();
	}

	private static String text(MockHttpServletResponse answer) {
		return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private void run(String sql, @Nullable Object... values) {
		this.jdbc.sql(sql).params(Arrays.asList(values)).update();
	}

	private static Object at(Instant moment) {
		return moment.atOffset(ZoneOffset.UTC);
	}

}
