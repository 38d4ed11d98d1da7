package io.channelkeeper.warning;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
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
import io.channelkeeper.connection.ConnectionsRestored;
import io.channelkeeper.invitation.web.Mailbox;
import io.channelkeeper.network.Cause;
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
 * Who is written to when channels are interrupted, when, and what the mail says.
 */
@ApplicationTest
class InterruptionMailTests {

	private static final String ONE = "@anakocht (Instagram) is interrupted: password changed";

	private static final String EXPIRED = "@anakocht (Instagram) is interrupted: expired";

	@Autowired
	TestOrganizations organizations;

	@Autowired
	PortfolioRows rows;

	@Autowired
	TestWarnings warnings;

	@Autowired
	WarningRounds rounds;

	@Autowired
	InterruptionMails mails;

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

	private UUID login;

	@BeforeEach
	void letMaxConnect() {
		this.jdbc.sql("delete from scheduled_tasks where task_name = 'warnings'").update();
		this.admin = this.organizations.make("Atelier");
		this.max = this.organizations.member(this.admin, Role.MANAGER);
		this.ana = this.rows.creator(this.admin, "Ana Kocht");
		this.channel = this.rows.channel(this.admin, this.ana, "instagram", "anakocht");
		this.login = connectedByMax(this.channel);
	}

	@AfterEach
	void letNetworksBeWell() {
		this.jdbc.sql("delete from network_trouble where api = 'nowhere'").update();
	}

	@Test
	@DisplayName("M-34: members are told in both forms why and since when, and led to the list")
	void tellsWhatIsInterrupted() throws Exception {
		breaks(this.login, this.channel);
		breaks(this.login, this.channel);
		this.rounds.round();
		assertThat(subjects(this.max)).isEmpty();

		this.warnings.letMinutesPass(this.admin);

		assertThat(subjects(this.max)).containsExactly(ONE);
		MimeMessage mail = Mailbox.newest(this.max.email(), 1);
		assertThat(mail.getSubject()).isEqualTo(ONE);
		assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Atelier");
		assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
		assertThat(mail.getHeader("Message-ID")).containsExactly("<" + mailOf(this.max) + "@example.org>");
		String link = "http://localhost:8080/connections/reconnect?organization=" + this.admin.organizationId();
		assertThat(part(mail, 0))
			.contains("Hi Max MANAGER,", "1 channel is interrupted at Atelier:", "Ana Kocht",
					"- @anakocht (Instagram): Invalid: password changed", "Reconnect: " + link,
					"because you are a member of Atelier")
			.containsPattern("Since \\d+ \\w+, \\d\\d:\\d\\d no new figures and pictures")
			.doesNotContain("??", "[(", "more");
		assertThat(part(mail, 1))
			.contains("lang=\"en\"",
					"/channels/" + this.channel + "/connect?organization=" + this.admin.organizationId()
							+ "\">@anakocht</a> (<span>Instagram</span>)",
					">Invalid: password changed<", "href=\"" + link + "\"", ">Reconnect<")
			.containsPattern("opacity:0;overflow:hidden\">Since \\d+ \\w+, ")
			.doesNotContain("??", "[(");
	}

	@Test
	@DisplayName("H-13: what breaks within five minutes is one mail, what breaks later another one")
	void gathersForFiveMinutes() throws Exception {
		UUID second = this.rows.channel(this.admin, this.rows.creator(this.admin, "Ben"), "facebook", "benshop");
		UUID third = this.rows.channel(this.admin, this.ana, "facebook", "anapage");
		this.organizations.speak(this.max, "de");
		UUID expired = connectedByMax(second);
		breaks(this.login, this.channel);
		expires(expired, second);

		this.warnings.letMinutesPass(this.admin);

		assertThat(subjects(this.max)).containsExactly("2 Kanäle sind unterbrochen, darunter @anakocht (Instagram)");
		String text = part(Mailbox.newest(this.max.email(), 1), 0);
		assertThat(text)
			.contains("Hallo Max MANAGER,", "bei Atelier sind 2 Kanäle unterbrochen:",
					"- @anakocht (Instagram): Ungültig: Passwort geändert", "Ben\n- ", "(Facebook): Abgelaufen",
					"Erneut verbinden: http://localhost:8080/connections/reconnect?organization=",
					"Du bekommst diese E-Mail, weil du Mitglied von Atelier bist.")
			.containsPattern("Seit \\d\\d\\.\\d\\d\\., \\d\\d:\\d\\d Uhr keine neuen Zahlen und Bilder")
			.containsPattern("Keine neuen Zahlen seit \\d\\d\\.\\d\\d\\., \\d\\d:\\d\\d Uhr");
		assertThat(part(Mailbox.newest(this.max.email(), 1), 1)).contains("lang=\"de\"", ">Abgelaufen<");

		breaks(connectedByMax(third), third);
		this.rounds.round();
		assertThat(subjects(this.max)).hasSize(1);
		this.warnings.letMinutesPass(this.admin);
		this.rounds.round();
		assertThat(subjects(this.max)).hasSize(2).last().asString().contains("(Facebook) ist unterbrochen");
	}

	@Test
	@DisplayName("H-13: what came back within these minutes is left out, and without anything left no mail goes out")
	void leavesOutWhatCameBack() throws Exception {
		UUID other = this.rows.channel(this.admin, this.ana, "facebook", "anapage");
		UUID second = connectedByMax(other);
		breaks(second, other);
		breaks(this.login, this.channel);
		this.rows.mend(second);
		publish(new ConnectionsRestored(this.admin.organizationId(), Set.of(other)));
		this.warnings.letMinutesPass(this.admin);
		assertThat(subjects(this.max)).containsExactly(ONE);
		assertThat(outcomes(this.max)).containsExactlyInAnyOrder("MAILED", "RECOVERED");

		breaks(second, other);
		this.rows.disconnect(this.admin, other);
		this.warnings.letMinutesPass(this.admin);
		assertThat(subjects(this.max)).hasSize(1);
		assertThat(outcomes(this.max)).containsExactlyInAnyOrder("MAILED", "RECOVERED", "RECOVERED");
	}

	@Test
	@DisplayName("H-13: whoever looks after the creator where the member who connected it has left")
	void tellsWhoeverLooksAfterTheCreator() {
		Viewer mia = this.organizations.member(this.admin, Role.MARKETER);
		this.jdbc.sql("update creator set looked_after_by = ? where id = ?").params(mia.memberId(), this.ana).update();
		leave(this.max);
		expires(this.login, this.channel);
		this.warnings.letMinutesPass(this.admin);
		assertThat(subjects(mia)).containsExactly(EXPIRED);
		assertThat(subjects(this.max)).isEmpty();
		assertThat(subjects(this.admin)).isEmpty();
	}

	@Test
	@DisplayName("B-8: all admins, and nobody else, where a creator connected it whom nobody looks after")
	void tellsTheAdminsWhereNobodyIsCloser() {
		Viewer second = this.organizations.member(this.admin, Role.ADMIN);
		UUID hers = this.rows.channel(this.admin, this.ana, "instagram", "anakocht");
		expires(this.rows.connect(this.admin, hers, Duration.ofDays(40)), hers);
		this.warnings.letMinutesPass(this.admin);
		assertThat(subjects(this.admin)).containsExactly(EXPIRED);
		assertThat(subjects(second)).containsExactly(EXPIRED);
		assertThat(subjects(this.max)).isEmpty();
	}

	@Test
	@DisplayName("B-8: who leaves before the mail is written is replaced")
	void whoLeavesMeanwhileIsReplaced() {
		expires(this.login, this.channel);
		leave(this.max);
		this.warnings.letMinutesPass(this.admin);
		this.warnings.letMinutesPass(this.admin);
		assertThat(subjects(this.max)).isEmpty();
		assertThat(subjects(this.admin)).containsExactly(EXPIRED);
		assertThat(outcomes(this.max)).containsExactly("LEFT");
		assertThat(outcomes(this.admin)).containsExactly("MAILED");
	}

	@Test
	@DisplayName("H-23: one mail an organization, each with its own channels and its own link")
	void keepsOrganizationsApart() throws Exception {
		Viewer elsewhere = this.organizations.make("Bistro");
		Viewer also = this.organizations.alsoIn(this.max, elsewhere, Role.MANAGER);
		UUID theirs = this.rows.channel(elsewhere, this.rows.creator(elsewhere, "Zoe"), "instagram", "zoe");
		UUID there = this.rows.connect(elsewhere, theirs, Duration.ofDays(40));
		this.rows.connectedBy(also, theirs);
		this.rows.invalid(there, "PASSWORD_CHANGED");
		publish(elsewhere, new ConnectionsBroken(elsewhere.organizationId(), Set.of(theirs, this.channel),
				Cause.PASSWORD_CHANGED));
		breaks(this.login, this.channel);
		this.warnings.letMinutesPass(elsewhere);
		String text = part(Mailbox.newest(this.max.email(), 1), 0);
		assertThat(text).contains("at Bistro", "@zoe", "organization=" + elsewhere.organizationId())
			.doesNotContain("Atelier", "anakocht");
		this.warnings.letMinutesPass(this.admin);
		assertThat(part(Mailbox.newest(this.max.email(), 2), 0)).contains("at Atelier", "@anakocht")
			.doesNotContain("Bistro", "zoe");
	}

	@Test
	@DisplayName("design 7.4: two processes at once write one mail")
	void twoProcessesWriteOneMail() throws Exception {
		breaks(this.login, this.channel);
		age();
		Tenancy.call(this.admin.organizationId(), () -> this.moment.second(this::send, () -> {
			send();
			return true;
		}));
		assertThat(subjects(this.max)).containsExactly(ONE);
		Mailbox.newest(this.max.email(), 1);
		this.rounds.round();
		assertThat(Mailbox.all(this.max.email())).hasSize(1);
	}

	@Test
	@DisplayName("design 7.4: what dies over a mail leaves it to the next round")
	void whatDiesLeavesItToTheNextRound() {
		breaks(this.login, this.channel);
		age();
		Tenancy.within(this.admin.organizationId(), () -> this.transactions.executeWithoutResult((status) -> {
			send();
			assertThat(subjects(this.max)).hasSize(1);
			status.setRollbackOnly();
		}));
		assertThat(subjects(this.max)).isEmpty();
		this.rounds.round();
		assertThat(subjects(this.max)).containsExactly(ONE);
	}

	@Test
	@DisplayName("B-7: nothing is told of a network in trouble, nor before all was looked at again")
	void waitsWhileTheNetworkIsInTrouble() {
		UUID other = this.rows.channel(this.admin, this.ana, "facebook", "anapage");
		UUID second = connectedByMax(other);
		this.jdbc.sql("update social_login set provider = 'nowhere' where id = ?").param(this.login).update();
		breaks(this.login, this.channel);
		breaks(second, other);
		age();
		Tenancy.within(this.admin.organizationId(), () -> this.transactions.executeWithoutResult((status) -> {
			trouble(null);
			this.rounds.round();
			assertThat(subjects(this.max)).singleElement().asString().contains("(Facebook)");
			status.setRollbackOnly();
		}));
		trouble(Duration.ofMinutes(9));
		this.rounds.round();
		assertThat(subjects(this.max)).singleElement().asString().contains("(Facebook)");
		trouble(Duration.ofMinutes(11));
		this.rounds.round();
		assertThat(subjects(this.max)).hasSize(2).contains(ONE);
	}

	@Test
	@DisplayName("H-13: at most 50 rows, the most urgent first, each creator's together; the rest is counted")
	void countsWhatIsTooMuch() throws Exception {
		UUID ben = this.rows.creator(this.admin, "Ben");
		UUID[] many = IntStream.range(0, 52).mapToObj((number) -> {
			UUID one = this.rows.channel(this.admin, ben, "instagram", "ben" + number);
			connectedByMax(one);
			return one;
		}).toArray(UUID[]::new);
		this.jdbc.sql("update connection set login_id = ? where channel_id = any(?)").params(this.login, many).update();
		breaks(this.login, Stream.concat(Stream.of(this.channel), Arrays.stream(many)).toArray(UUID[]::new));
		this.warnings.letMinutesPass(this.admin);
		assertThat(subjects(this.max)).singleElement()
			.asString()
			.startsWith("53 channels are interrupted, among them @anakocht (Instagram)");
		String text = part(Mailbox.newest(this.max.email(), 1), 0);
		assertThat(text).contains("and 3 more");
		assertThat(Pattern.compile("^- @", Pattern.MULTILINE).matcher(text).results()).hasSize(50);
		assertThat(List.of(text.split("\nBen\n", -1))).hasSize(2).first().asString().contains("Ana Kocht\n- @anakocht");
		assertThat(part(Mailbox.newest(this.max.email(), 1), 1).split("<li>", -1)).hasSize(51);
	}

	@Test
	@DisplayName("what others chose as names breaks no header, no line and no markup")
	void aHostileNameStaysAName() throws Exception {
		this.jdbc.sql("update organization set name = ? where id = ?")
			.params("Evil\r\nBcc: all@example.org", this.admin.organizationId())
			.update();
		this.jdbc.sql("update creator set name = ? where id = ?")
			.params("<img src=x onerror=alert(1)>\u202e\r\nReconnect: https://evil.example", this.ana)
			.update();
		this.jdbc.sql("update channel set handle = ? where id = ?")
			.params("ana{0}\r\nBcc: b@example.org\u202e<b>", this.channel)
			.update();
		breaks(this.login, this.channel);
		this.warnings.letMinutesPass(this.admin);
		MimeMessage mail = Mailbox.newest(this.max.email(), 1);
		assertThat(mail.getHeader("Bcc")).isNull();
		assertThat(mail.getSubject())
			.isEqualTo("@ana{0} Bcc: b@example.org<b> (Instagram) is interrupted: password changed");
		assertThat(part(mail, 0).lines()).noneMatch((line) -> line.startsWith("Bcc") || line.contains("\u202e"))
			.filteredOn((line) -> line.startsWith("Reconnect:"))
			.singleElement()
			.asString()
			.contains("localhost");
		assertThat(part(mail, 1)).doesNotContain("<img", "<b>", "\u202e")
			.contains("&lt;img src=x onerror=alert(1)&gt;");
	}

	private UUID connectedByMax(UUID one) {
		UUID signIn = this.rows.connect(this.admin, one, Duration.ofDays(40));
		this.rows.connectedBy(this.max, one);
		return signIn;
	}

	private void breaks(UUID signIn, UUID... channels) {
		this.jdbc.sql("update social_login set invalid_cause = 'PASSWORD_CHANGED', invalid_since = ? where id = ?")
			.params(Timestamp.from(this.rows.instant()), signIn)
			.update();
		publish(new ConnectionsBroken(this.admin.organizationId(), Set.of(channels), Cause.PASSWORD_CHANGED));
	}

	/** It came to its end, which the team heard of by another mail. */
	private void expires(UUID signIn, UUID one) {
		this.jdbc.sql("update social_login set deadline = ? where id = ?")
			.params(Timestamp.from(this.rows.instant().minusSeconds(1)), signIn)
			.update();
		publish(new ConnectionsBroken(this.admin.organizationId(), Set.of(one), null));
	}

	private void publish(Object event) {
		publish(this.admin, event);
	}

	private void publish(Viewer viewer, Object event) {
		Tenancy.within(viewer.organizationId(),
				() -> this.transactions.executeWithoutResult((status) -> this.events.publishEvent(event)));
	}

	/** Everything has waited for long enough. */
	private void age() {
		this.jdbc.sql("update warning set due_at = created_at where organization_id = ?")
			.param(this.admin.organizationId())
			.update();
	}

	/** A network nobody asks is in trouble, or was until so long ago. */
	private void trouble(@Nullable Duration ago) {
		letNetworksBeWell();
		Timestamp begin = Timestamp.from(this.rows.instant().minus(Duration.ofHours(1)));
		this.jdbc.sql("insert into network_trouble (id, api, since, share, ended_at) values (?, 'nowhere', ?, 90, ?)")
			.params(Arrays.asList(Ids.next(), begin,
					(ago != null) ? Timestamp.from(this.rows.instant().minus(ago)) : null))
			.update();
	}

	private void send() {
		Tenancy.within(this.admin.organizationId(), () -> this.mails.send(this.max.memberId(), Set.of()));
	}

	private void leave(Viewer member) {
		Tenancy.within(this.admin.organizationId(), () -> this.members.deactivate(this.admin, member.memberId()));
	}

	/** Of what was queued for somebody, whether or not it has arrived. */
	private List<String> subjects(Viewer member) {
		return this.jdbc.sql("select subject from mail where recipient = ? and kind = 'INTERRUPTED' order by id")
			.param(member.email())
			.query((row, number) -> String.valueOf(row.getString(1)))
			.list();
	}

	private UUID mailOf(Viewer member) {
		return this.jdbc.sql("select mail_id from warning where member_id = ?")
			.param(member.memberId())
			.query(UUID.class)
			.single();
	}

	private List<String> outcomes(Viewer member) {
		return this.jdbc.sql("select outcome from warning where member_id = ? and outcome is not null")
			.param(member.memberId())
			.query((row, number) -> String.valueOf(row.getString(1)))
			.list();
	}

}
