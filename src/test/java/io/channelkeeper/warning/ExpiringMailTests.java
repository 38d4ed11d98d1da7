package io.channelkeeper.warning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.SameMoment;
import io.channelkeeper.connection.ConnectionsBroken;
import io.channelkeeper.invitation.web.Mailbox;
import io.channelkeeper.mail.MailRefused;
import io.channelkeeper.organization.MemberService;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.PortfolioRows;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.Tenancy;

import static io.channelkeeper.invitation.web.Mailbox.part;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What members are told in one mail a day, and inside the application, before connections
 * end.
 */
@ApplicationTest
class ExpiringMailTests {

	private static final String ONE = "@anakocht (Instagram) expires tomorrow";

	@Autowired
	TestOrganizations organizations;

	@Autowired
	PortfolioRows rows;

	@Autowired
	WarningRounds rounds;

	@Autowired
	ExpiryRounds expiry;

	@Autowired
	ExpiringMails mails;

	@Autowired
	NoticeChoices choices;

	@Autowired
	NoticeService notices;

	@Autowired
	MemberService members;

	@Autowired
	ApplicationEventPublisher events;

	@Autowired
	TransactionTemplate transactions;

	@Autowired
	SameMoment moment;

	@Autowired
	JdbcClient jdbc;

	private Viewer admin;

	private Viewer max;

	private UUID ana;

	private UUID channel;

	private Instant tomorrow = Instant.EPOCH;

	@BeforeEach
	void letMaxConnect() {
		this.jdbc.sql("delete from scheduled_tasks where task_name in ('warnings', 'expiry-warnings')").update();
		this.admin = this.organizations.make("Atelier");
		this.max = this.organizations.member(this.admin, Role.MANAGER);
		this.ana = this.rows.creator(this.admin, "Ana Kocht");
		this.tomorrow = in(1);
		this.channel = channel(this.ana, "anakocht", this.tomorrow);
	}

	@Test
	@DisplayName("M-28: everybody is told in both forms when it ends and what that costs, with a link to the act")
	void tellsWhatEnds() throws Exception {
		Viewer mia = this.organizations.member(this.admin, Role.MARKETER);
		this.rows.connectedBy(this.max, this.channel);
		warn(this.channel, 1, this.tomorrow);
		this.rounds.round();
		this.rounds.round();
		assertThat(part(Mailbox.newest(mia.email(), 1), 0)).contains("http://localhost:8080/creators/" + this.ana
				+ "?organization=" + this.admin.organizationId() + "#channel-" + this.channel);
		assertThat(subjects(this.max)).containsExactly(ONE);
		assertThat(subjects(this.admin)).containsExactly(ONE);
		MimeMessage mail = Mailbox.newest(this.max.email(), 1);
		assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Atelier");
		assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
		assertThat(mail.getHeader("List-Unsubscribe")[0]).startsWith("<http://localhost:8080/unsubscribe/");
		assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
		String link = "http://localhost:8080/channels/" + this.channel + "/connect?organization="
				+ this.admin.organizationId();
		assertThat(part(mail, 0))
			.contains("Hi Max MANAGER,", "1 connection of Atelier has to be renewed:",
					"Ana Kocht\n- @anakocht (Instagram): Expires tomorrow, ",
					", at 14:20\n  After that no new figures or pictures come\n  " + link, "/connections?organization=",
					"because you are a member of Atelier", "Unsubscribe")
			.doesNotContain("??", "[(", "more", "Already asked");
		assertThat(part(mail, 1))
			.contains("lang=\"en\"", "href=\"" + link + "\">@anakocht</a>", ">Expires tomorrow, ",
					"opacity:0;overflow:hidden\">Expires tomorrow, ")
			.doesNotContain("??", "[(", "<hr>");
	}

	@Test
	@DisplayName("issue 6: one mail by urgency, each creator’s together, below what was asked for and can wait")
	void gathersByUrgency() throws Exception {
		this.organizations.speak(this.max, "de");
		UUID ben = this.rows.creator(this.admin, "Ben");
		UUID later = channel(this.ana, "anapage", in(5));
		UUID bens = channel(ben, "benshop", in(0));
		UUID asked = channel(ben, "bentwo", in(5));
		UUID soon = channel(ben, "benthree", in(1).minusSeconds(20_000));
		this.rows.invite(this.admin, ben, asked, "SENT", null);
		this.rows.invite(this.admin, ben, soon, "OPENED", null);
		warn(this.channel, 1, this.tomorrow);
		warn(later, 5, in(5));
		warn(asked, 5, in(5));
		warn(bens, 0, in(0));
		warn(soon, 1, in(1).minusSeconds(20_000));
		this.rounds.round();
		String subject = subjects(this.max).getFirst();
		assertThat(subject).containsPattern(
				"5 Verbindungen (laufen bald ab, die erste heute|laufen ab oder sind abgelaufen, darunter @benshop)");
		String text = part(Mailbox.newest(this.max.email(), 1), 0);
		assertThat(text).contains("bei Atelier müssen 5 Verbindungen erneuert werden:", "Läuft morgen ab, am ",
				"Schon gebeten", "gebeten, noch keine Antwort");
		assertThat(text).containsSubsequence("Ben\n- @benshop", "- @benthree", "Ana Kocht\n- @anakocht", "- @anapage",
				"Schon gebeten", "Ben\n- @bentwo");
		assertThat(text).containsPattern("@benshop \\(Instagram\\): (Läuft heute ab|Heute abgelaufen), am ");
		assertThat(text).containsPattern(
				"@anapage \\(Instagram\\): Läuft in 5 Tagen ab, am \\d\\d\\.\\d\\d\\.(\\d{4})? um 14:20 Uhr");
	}

	@Test
	@DisplayName("issue 6: what was connected anew, moved, put away or broken meanwhile is not told")
	void leavesOutWhatMoved() {
		UUID moved = channel(this.ana, "moved", in(5));
		UUID broken = channel(this.ana, "broken", in(5));
		UUID away = channel(this.ana, "away", in(5));
		for (UUID one : List.of(moved, broken, away)) {
			warn(one, 5, in(5));
		}
		this.jdbc.sql("update social_login set deadline = deadline + interval '60 days' where id = ?")
			.param(login(moved))
			.update();
		this.rows.invalid(login(broken), "PASSWORD_CHANGED");
		this.jdbc.sql("update channel set archived_at = added_at where id = ?").param(away).update();
		this.rounds.round();
		assertThat(subjects(this.max)).isEmpty();
		assertThat(unread(this.max)).isZero();
		assertThat(outcomes(this.max)).containsExactly("MOVED", "MOVED", "MOVED");
	}

	@Test
	@DisplayName("M-33, H-13: who unsubscribed hears nothing but of the day itself where the channel is the own")
	void obeysChoices() {
		Viewer mia = this.organizations.member(this.admin, Role.MARKETER);
		this.rows.connectedBy(this.max, this.channel);
		choose(this.max, NoticeKind.EXPIRING, NoticeWay.MAIL, NoticeScope.NONE);
		choose(this.max, NoticeKind.EXPIRING, NoticeWay.PRODUCT, NoticeScope.NONE);
		choose(mia, NoticeKind.EXPIRING, NoticeWay.MAIL, NoticeScope.MINE);
		warn(this.channel, 5, this.tomorrow);
		this.rounds.round();
		assertThat(subjects(this.admin)).containsExactly(ONE);
		assertThat(subjects(mia)).isEmpty();
		assertThat(unread(mia)).isOne();
		assertThat(subjects(this.max)).isEmpty();
		assertThat(unread(this.max)).isZero();
		assertThat(outcomes(this.max)).containsExactly("UNSUBSCRIBED");

		warn(this.channel, 0, this.tomorrow);
		this.rounds.round();
		assertThat(subjects(this.max)).containsExactly(ONE);
		assertThat(unread(this.max)).isOne();
		assertThat(this.jdbc.sql("select kind from unsubscribe_link where member_id = ?")
			.param(this.max.memberId())
			.query(String.class)
			.single()).isEqualTo("OWN_INTERRUPTED");
	}

	@Test
	@DisplayName("B-8: where nobody wants to hear of it the admins do, whatever they chose")
	void fallsBackToTheAdmins() throws Exception {
		choose(this.admin, NoticeKind.EXPIRING, NoticeWay.MAIL, NoticeScope.NONE);
		choose(this.max, NoticeKind.EXPIRING, NoticeWay.MAIL, NoticeScope.NONE);
		warn(this.channel, 5, this.tomorrow);
		this.rounds.round();
		assertThat(subjects(this.max)).isEmpty();
		assertThat(subjects(this.admin)).containsExactly(ONE);
		MimeMessage mail = Mailbox.newest(this.admin.email(), 1);
		assertThat(part(mail, 0)).contains("because nobody at Atelier has chosen");
		assertThat(mail.getHeader("List-Unsubscribe")).isNull();
	}

	@Test
	@DisplayName("B-8: and where whoever was to hear of it has left, unsubscribed or an address that refuses")
	void fallsBackToTheAdminsLater() {
		choose(this.admin, NoticeKind.EXPIRING, NoticeWay.MAIL, NoticeScope.NONE);
		warn(this.channel, 5, this.tomorrow);
		Tenancy.within(this.admin.organizationId(), () -> this.mails.send(this.admin.memberId()));
		assertThat(outcomes(this.admin)).containsExactly("UNSUBSCRIBED");
		choose(this.max, NoticeKind.EXPIRING, NoticeWay.MAIL, NoticeScope.NONE);
		this.rounds.round();
		this.rounds.round();
		assertThat(subjects(this.max)).isEmpty();
		assertThat(subjects(this.admin)).containsExactly(ONE);

		choose(this.max, NoticeKind.EXPIRING, NoticeWay.MAIL, NoticeScope.ALL);
		warn(this.channel, 1, this.tomorrow);
		this.rounds.round();
		assertThat(subjects(this.max)).containsExactly(ONE);
		assertThat(subjects(this.admin)).hasSize(1);
		UUID mail = this.jdbc.sql("""
				update mail set state = 'REFUSED', refused_at = ?
				where recipient = ? returning id""")
			.params(this.rows.instant().atOffset(ZoneOffset.UTC), this.max.email())
			.query((row, number) -> row.getObject(1, UUID.class))
			.single();
		Tenancy.within(this.admin.organizationId(), () -> this.transactions.executeWithoutResult(
				(status) -> this.events.publishEvent(new MailRefused(this.admin.organizationId(), mail))));
		this.rounds.round();
		assertThat(subjects(this.admin)).hasSize(2);
	}

	@Test
	@DisplayName("issue 6: a warning that was in vain because its end moved is told when the end comes back")
	void tellsWhatCameBack() {
		this.jdbc.sql("update organization set warning_hour = 0 where id = ?")
			.param(this.admin.organizationId())
			.update();
		Instant now = this.rows.instant();
		this.expiry.look(now);
		assertThat(this.jdbc.sql("select count(*) from warning where channel_id = ? and days = 1")
			.param(this.channel)
			.query(Integer.class)
			.single()).isEqualTo(2);
		this.rows.invalid(login(this.channel), "PASSWORD_CHANGED");
		this.expiry.look(now);
		assertThat(outcomes(this.max)).containsExactly("MOVED");
		this.rows.mend(login(this.channel));
		this.expiry.look(now);
		this.rounds.round();
		assertThat(subjects(this.max)).containsExactly(ONE);
	}

	@Test
	@DisplayName("issue 6: one mail a day; what cannot wait until tomorrow is told all the same")
	void writesOnceADay() {
		UUID later = channel(this.ana, "anapage", in(5));
		warn(this.channel, 5, this.tomorrow);
		this.rounds.round();
		warn(later, 5, in(5));
		this.rounds.round();
		assertThat(subjects(this.max)).hasSize(1);
		assertThat(this.jdbc.sql("select due_at from warning where member_id = ? and settled_at is null")
			.param(this.max.memberId())
			.query((row, number) -> row.getTimestamp(1).toInstant())
			.single()).isBetween(this.rows.instant(), this.rows.instant().plus(Duration.ofHours(33)));
		warn(this.channel, 1, this.tomorrow);
		this.rounds.round();
		assertThat(subjects(this.max)).hasSize(2);
		assertThat(outcomes(this.max)).containsExactly("MAILED", "MAILED", "MAILED");
	}

	@Test
	@DisplayName("M-26: a notice for each creator, solved when all of it was renewed")
	void tellsInside() {
		UUID second = channel(this.ana, "anapage", in(1));
		warn(this.channel, 1, this.tomorrow);
		warn(second, 1, in(1));
		this.rounds.round();
		assertThat(Tenancy.within(this.admin.organizationId(), () -> this.notices.open(this.max))).singleElement()
			.satisfies((notice) -> {
				assertThat(notice.link()).isEqualTo("/creators/" + this.ana);
				assertThat(notice.solved()).isFalse();
			});
		renew(this.channel);
		this.expiry.look(this.rows.instant());
		assertThat(solved()).containsExactly(false);
		renew(second);
		this.expiry.look(this.rows.instant());
		assertThat(solved()).containsExactly(true);
	}

	@Test
	@DisplayName("issue 6: at most 50 rows and notices of 20 creators; the rest is counted")
	void countsWhatIsTooMuch() throws Exception {
		IntStream.range(0, 60)
			.mapToObj((number) -> channel(this.rows.creator(this.admin, "Creator " + number), "c" + number, in(5)))
			.forEach((one) -> warn(one, 5, in(5)));
		this.rounds.round();
		assertThat(subjects(this.max)).containsExactly("60 connections expire soon, the first one in 5 days");
		String text = part(Mailbox.newest(this.max.email(), 1), 0);
		assertThat(text).contains("and 10 more");
		assertThat(Pattern.compile("^- @", Pattern.MULTILINE).matcher(text).results()).hasSize(50);
		assertThat(unread(this.max)).isEqualTo(21);
	}

	@Test
	@DisplayName("H-23: a member in five organizations gets one mail of each, with its own channels and links")
	void keepsOrganizationsApart() throws Exception {
		List<Viewer> admins = IntStream.range(0, 4)
			.mapToObj((number) -> this.organizations.make("House " + number))
			.toList();
		for (Viewer there : admins) {
			this.organizations.alsoIn(this.max, there, Role.MANAGER);
		}
		warn(this.channel, 1, this.tomorrow);
		for (Viewer there : admins) {
			this.admin = there;
			this.ana = this.rows.creator(there, "Zoe of " + there.organizationId());
			warn(channel(this.ana, "zoe" + there.organizationId(), this.tomorrow), 1, this.tomorrow);
		}
		this.rounds.round();
		assertThat(subjects(this.max)).hasSize(5).doesNotHaveDuplicates();
		Mailbox.newest(this.max.email(), 5);
		for (MimeMessage mail : Mailbox.all(this.max.email())) {
			List<String> named = Pattern.compile("organization=([0-9a-f-]+)")
				.matcher(part(mail, 0))
				.results()
				.map((found) -> found.group(1))
				.distinct()
				.toList();
			assertThat(named).hasSize(1);
			assertThat(part(mail, 0))
				.contains(mail.getSubject().startsWith("@zoe") ? "@zoe" + named.getFirst() : ONE.substring(0, 9));
		}
	}

	@Test
	@DisplayName("issue 6: 10,000 deadlines on one day are one mail, soon written")
	void tellsTenThousandAtOnce() {
		UUID login = this.rows.connect(this.admin, this.rows.channel(this.admin, this.ana, "instagram", "first"),
				Duration.ofDays(40));
		this.jdbc.sql("update social_login set deadline = ?, connected_at = ? where id = ?")
			.params(in(5).atOffset(ZoneOffset.UTC),
					this.rows.instant().minus(Duration.ofDays(60)).atOffset(ZoneOffset.UTC), login)
			.update();
		this.jdbc
			.sql("""
					with made as (
						insert into channel (id, version, organization_id, creator_id, network, handle, handle_key, added_at)
						select gen_random_uuid(), 0, ?, ?, 'instagram', 'many' || n, 'many' || n, ? from generate_series(1, 10000) n
						returning id, organization_id, added_at),
					connected as (
						insert into connection (channel_id, version, organization_id, login_id, granted, missing, connected_at,
							connected_by_creator)
						select id, 0, organization_id, ?, '{}', '{}', added_at - interval '60 days', true from made)
					insert into warning (id, organization_id, member_id, channel_id, kind, about, days, created_at, due_at)
					select gen_random_uuid(), organization_id, ?, id, 'EXPIRING', ?, 5, added_at, added_at from made""")
			.params(this.admin.organizationId(), this.ana, this.rows.instant().atOffset(ZoneOffset.UTC), login,
					this.max.memberId(), in(5).atOffset(ZoneOffset.UTC))
			.update();
		this.jdbc.sql("analyze channel, connection, social_login, warning").update();
		long begun = System.nanoTime();
		send();
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
		assertThat(subjects(this.max)).containsExactly("10,000 connections expire soon, the first one in 5 days");
		assertThat(unread(this.max)).isOne();
	}

	@Test
	@DisplayName("issue 6: of an end that the day’s mail told nobody writes again when it has come")
	void tellsAnEndOnce() {
		this.rows.connectedBy(this.max, this.channel);
		Instant now = this.rows.instant();
		ends(this.channel, now.plusSeconds(600));
		warn(this.channel, 0, now.plusSeconds(600));
		this.rounds.round();
		assertThat(subjects(this.max)).singleElement().asString().startsWith("@anakocht (Instagram) expires to");
		ends(this.channel, now.minusSeconds(60));
		this.jdbc.sql("update warning set about = ? where channel_id = ?")
			.params(now.minusSeconds(60).atOffset(ZoneOffset.UTC), this.channel)
			.update();
		Tenancy.within(this.admin.organizationId(), () -> this.transactions.executeWithoutResult((status) -> this.events
			.publishEvent(new ConnectionsBroken(this.admin.organizationId(), Set.of(this.channel), null))));
		this.jdbc.sql("update warning set due_at = created_at where channel_id = ?").param(this.channel).update();
		this.rounds.round();
		assertThat(this.jdbc.sql("select count(*) from mail where recipient = ?")
			.param(this.max.email())
			.query(Integer.class)
			.single()).isOne();
	}

	@Test
	@DisplayName("H-13: whoever answers hears of an end of whose day nobody is warned, once")
	void tellsAnEndWithoutItsDay() {
		this.rows.connectedBy(this.max, this.channel);
		this.jdbc.sql("update channel set kind = 'MONITORED', network = 'facebook' where id = ?")
			.param(this.channel)
			.update();
		Instant now = this.rows.instant();
		ends(this.channel, now.minus(Duration.ofHours(30)));
		this.expiry.look(now);
		this.expiry.look(now);
		this.jdbc.sql("update warning set due_at = created_at where channel_id = ?").param(this.channel).update();
		this.rounds.round();
		assertThat(this.jdbc.sql("select subject from mail where recipient = ?")
			.param(this.max.email())
			.query(String.class)
			.list()).containsExactly("@anakocht (Facebook) is interrupted: expired");
		assertThat(subjects(this.admin)).isEmpty();
	}

	@Test
	@DisplayName("issue 6: nor does the day’s mail where the network had ended it before")
	void tellsAnEarlyEndOnce() {
		this.rows.connectedBy(this.max, this.channel);
		Instant now = this.rows.instant();
		ends(this.channel, now.minusSeconds(60));
		Tenancy.within(this.admin.organizationId(), () -> this.transactions.executeWithoutResult((status) -> this.events
			.publishEvent(new ConnectionsBroken(this.admin.organizationId(), Set.of(this.channel), null))));
		this.jdbc.sql("update warning set due_at = created_at where channel_id = ?").param(this.channel).update();
		this.rounds.round();
		warn(this.channel, 0, now.minusSeconds(60));
		this.rounds.round();
		assertThat(this.jdbc.sql("select kind from mail where recipient = ?")
			.param(this.max.email())
			.query(String.class)
			.list()).containsExactly("INTERRUPTED");
		assertThat(subjects(this.admin)).containsExactly("@anakocht (Instagram) has expired");
		assertThat(outcomes(this.max)).containsExactlyInAnyOrder("MAILED", "TOLD");
	}

	@Test
	@DisplayName("design 7.4: two processes at once write one mail")
	void twoProcessesWriteOneMail() throws Exception {
		warn(this.channel, 1, this.tomorrow);
		Tenancy.call(this.admin.organizationId(), () -> this.moment.second(this::send, () -> {
			send();
			return true;
		}));
		assertThat(subjects(this.max)).containsExactly(ONE);
		assertThat(unread(this.max)).isOne();
	}

	@Test
	@DisplayName("what others chose as names breaks no header, no line and no markup")
	void aHostileNameStaysAName() throws Exception {
		this.jdbc.sql("update creator set name = ? where id = ?")
			.params("<img src=x onerror=alert(1)>\u202e\r\n- @evil (X): https://evil.example", this.ana)
			.update();
		this.jdbc.sql("update channel set handle = ? where id = ?")
			.params("ana{0}\r\nBcc: b@example.org\u202e<b>", this.channel)
			.update();
		warn(this.channel, 1, this.tomorrow);
		this.rounds.round();
		MimeMessage mail = Mailbox.newest(this.max.email(), 1);
		assertThat(mail.getHeader("Bcc")).isNull();
		assertThat(mail.getSubject()).isEqualTo("@ana{0} Bcc: b@example.org<b> (Instagram) expires tomorrow");
		assertThat(part(mail, 0).lines())
			.noneMatch((line) -> line.startsWith("Bcc") || line.startsWith("- @evil") || line.contains("\u202e"));
		assertThat(part(mail, 1)).doesNotContain("<img", "<b>", "\u202e");
	}

	private UUID channel(UUID creator, String handle, Instant deadline) {
		UUID id = this.rows.channel(this.admin, creator, "instagram", handle);
		this.rows.connect(this.admin, id, Duration.ofDays(40));
		this.jdbc.sql("update social_login set connected_at = ? where id = ?")
			.params(this.rows.instant().minus(Duration.ofDays(60)).atOffset(ZoneOffset.UTC), login(id))
			.update();
		this.jdbc.sql("update connection set connected_at = ? where channel_id = ?")
			.params(this.rows.instant().minus(Duration.ofDays(60)).atOffset(ZoneOffset.UTC), id)
			.update();
		ends(id, deadline);
		return id;
	}

	private void ends(UUID id, Instant deadline) {
		this.jdbc.sql("update social_login set deadline = ? where id = ?")
			.params(deadline.atOffset(ZoneOffset.UTC), login(id))
			.update();
	}

	/** Somebody signs in again, for two months. */
	private void renew(UUID id) {
		this.jdbc.sql("update social_login set deadline = ?, connected_at = ? where id = ?")
			.params(this.rows.instant().plus(Duration.ofDays(60)).atOffset(ZoneOffset.UTC),
					this.rows.instant().atOffset(ZoneOffset.UTC), login(id))
			.update();
	}

	private UUID login(UUID id) {
		return this.jdbc.sql("select login_id from connection where channel_id = ?")
			.param(id)
			.query(UUID.class)
			.single();
	}

	/** What the counting would write down. */
	private void warn(UUID id, int days, Instant deadline) {
		for (UUID member : this.jdbc.sql("select id from member where organization_id = ? and active")
			.param(this.admin.organizationId())
			.query((row, number) -> row.getObject(1, UUID.class))
			.list()) {
			this.jdbc
				.sql("""
						insert into warning (id, organization_id, member_id, channel_id, kind, about, days, created_at, due_at)
						values (?, ?, ?, ?, 'EXPIRING', ?, ?, ?, ?)""")
				.params(Ids.next(), this.admin.organizationId(), member, id, deadline.atOffset(ZoneOffset.UTC), days,
						this.rows.instant().atOffset(ZoneOffset.UTC), this.rows.instant().atOffset(ZoneOffset.UTC))
				.update();
		}
	}

	/** 14:20 in so many days, as the members' clocks say. */
	private Instant in(int days) {
		ZoneId zone = Tenancy.within(this.admin.organizationId(), () -> this.members.get(this.admin.memberId())).zone();
		return ZonedDateTime.ofInstant(this.rows.instant(), zone).plusDays(days).with(LocalTime.of(14, 20)).toInstant();
	}

	private void choose(Viewer member, NoticeKind kind, NoticeWay way, NoticeScope scope) {
		Tenancy.within(this.admin.organizationId(),
				() -> this.choices.choose(member, List.of(new NoticeChoice(kind, way, scope))));
	}

	private void send() {
		Tenancy.within(this.admin.organizationId(), () -> this.mails.send(this.max.memberId()));
	}

	private int unread(Viewer member) {
		return Tenancy.within(this.admin.organizationId(), () -> this.notices.unread(member));
	}

	private List<Boolean> solved() {
		return this.jdbc.sql("select solved_at is not null from notice where member_id = ? and kind = 'EXPIRING'")
			.param(this.max.memberId())
			.query((row, number) -> row.getBoolean(1))
			.list();
	}

	/** Of what was queued for somebody, whether or not it has arrived. */
	private List<String> subjects(Viewer member) {
		return this.jdbc.sql("select subject from mail where recipient = ? and kind = 'EXPIRING' order by id")
			.param(member.email())
			.query((row, number) -> String.valueOf(row.getString(1)))
			.list();
	}

	private List<String> outcomes(Viewer member) {
		return this.jdbc.sql("select outcome from warning where member_id = ? and outcome is not null")
			.param(member.memberId())
			.query((row, number) -> String.valueOf(row.getString(1)))
			.list();
	}

}
