package io.channelkeeper.warning;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

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
import io.channelkeeper.connection.ConnectionsRestored;
import io.channelkeeper.connection.ReconnectRequests;
import io.channelkeeper.invitation.web.Mailbox;
import io.channelkeeper.mail.MailRefused;
import io.channelkeeper.organization.MemberService;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.PortfolioRows;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class RequestNoticesTests {

	@Autowired
	TestOrganizations organizations;

	@Autowired
	PortfolioRows rows;

	@Autowired
	ReconnectRequests requests;

	@Autowired
	MemberService members;

	@Autowired
	NoticeService notices;

	@Autowired
	NoticeTexts texts;

	@Autowired
	ApplicationEventPublisher events;

	@Autowired
	TransactionTemplate transactions;

	@Autowired
	NoticeChoices choices;

	@Autowired
	JdbcClient jdbc;

	private Viewer admin;

	private Viewer mia;

	private Viewer max;

	private UUID channel;

	private UUID login;

	@BeforeEach
	void letMaxConnect() {
		this.admin = this.organizations.make("Demo Foods");
		this.mia = this.organizations.member(this.admin, Role.MARKETER);
		this.max = this.organizations.member(this.admin, Role.MANAGER);
		UUID ana = this.rows.creator(this.admin, "Ana Kocht", this.mia.memberId());
		this.channel = this.rows.channel(this.admin, ana, "instagram", "anakocht");
		this.login = this.rows.connect(this.admin, this.channel, Duration.ofDays(40));
		this.jdbc
			.sql("update connection set connected_by_member = ?, connected_by_creator = false where channel_id = ?")
			.params(this.max.memberId(), this.channel)
			.update();
	}

	@Test
	@DisplayName("B-17: who is asked finds a notice and a mail, ready written, that lead to the act")
	void whoIsAskedGetsNoticeAndMail() throws Exception {
		this.rows.invalid(this.login, "PASSWORD_CHANGED");
		ask();
		assertThat(read(this.max)).containsExactly("Mia Marketer asks you to reconnect @anakocht");
		assertThat(read(this.mia)).isEmpty();
		assertThat(read(this.admin)).isEmpty();
		Notice notice = open(this.max).getFirst();
		assertThat(notice.kind()).isEqualTo(NoticeKind.REQUESTS);
		assertThat(notice.link()).isEqualTo("/channels/" + this.channel + "/connect");
		MimeMessage mail = Mailbox.newest(this.max.email(), 1);
		assertThat(mail.getSubject()).isEqualTo("Mia Marketer asks you to reconnect @anakocht");
		assertThat(((InternetAddress) mail.getReplyTo()[0]).getAddress()).isEqualTo(this.mia.email());
		assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).contains("Demo Foods");
		assertThat(mail.getContentType()).startsWith("multipart/");
		assertThat(Mailbox.text(mail)
			.split("http://localhost:8080/channels/" + this.channel + "/connect\\?organization="
					+ this.admin.organizationId(), -1))
			.hasSizeGreaterThanOrEqualTo(3);
		assertThat(Mailbox.text(mail))
			.contains("Hi Max MANAGER", "@anakocht (Instagram), a channel of Ana Kocht",
					"It is interrupted: password changed. No new figures or pictures since ",
					"You connected it last, on ", "Mia Marketer reads it")
			.doesNotContain("??", "[(");
	}

	@Test
	@DisplayName("M-33: who takes no mails about requests finds the notice alone; the mail says how to unsubscribe")
	void writesToNobodyWhoChoseOtherwise() throws Exception {
		within(() -> this.members.deactivate(this.admin, this.max.memberId()));
		Viewer jo = this.organizations.member(this.admin, Role.MANAGER);
		this.choices.choose(jo, List.of(NoticeChoice.valueOf("REQUESTS.MAIL.NONE")));
		ask();
		MimeMessage mail = Mailbox.newest(this.admin.email(), 1);
		assertThat(mail.getHeader("List-Unsubscribe")[0]).startsWith("<http://localhost:8080/unsubscribe/");
		assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
		assertThat(read(jo)).hasSize(1);
		assertThat(this.jdbc.sql("select count(*) from mail where recipient = ?")
			.param(jo.email())
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	@DisplayName("B-17: each in the own language; all managers where nobody is closer")
	void writesInTheRecipientsLanguage() throws Exception {
		within(() -> this.members.deactivate(this.admin, this.max.memberId()));
		Viewer jo = this.organizations.member(this.admin, Role.MANAGER);
		this.organizations.speak(jo, "de");
		this.jdbc.sql("update social_login set deadline = deadline - interval '35 days' where id = ?")
			.param(this.login)
			.update();
		ask();
		MimeMessage german = Mailbox.newest(jo.email(), 1);
		assertThat(german.getSubject()).isEqualTo("Mia Marketer bittet dich, @anakocht erneut zu verbinden");
		assertThat(german.getHeader("Content-Language")).containsExactly("de");
		assertThat(Mailbox.text(german))
			.contains("Hallo Max MANAGER", "@anakocht (Instagram) von Ana Kocht", "Die Verbindung läuft am ",
					"Du darfst ihn erneut verbinden.", "Erneut verbinden: http://localhost:8080/channels/")
			.doesNotContain("??", "[(");
		assertThat(Mailbox.text(Mailbox.newest(this.admin.email(), 1))).contains("The connection expires on ",
				"You may reconnect it.");
		assertThat(Mailbox.all(this.max.email())).isEmpty();
	}

	@Test
	@DisplayName("B-17: who asked, and the admins, hear that the mail was refused; it is over once the channel works")
	void whoAskedHearsOfARefusedMail() {
		this.rows.invalid(this.login, "PASSWORD_CHANGED");
		ask();
		UUID mail = this.jdbc.sql("select mail_id from request_mail where channel_id = ?")
			.param(this.channel)
			.query(UUID.class)
			.single();
		publish(new MailRefused(this.admin.organizationId(), mail));
		String told = "The request to Max MANAGER to reconnect @anakocht did not arrive: check the address "
				+ this.max.email();
		assertThat(read(this.mia)).containsExactly(told);
		assertThat(read(this.admin)).containsExactly(told);
		assertThat(open(this.mia).getFirst().kind()).isEqualTo(NoticeKind.UNDELIVERED);
		assertThat(read(this.max)).hasSize(1);

		this.rows.mend(this.login);
		publish(new ConnectionsRestored(this.admin.organizationId(), Set.of(this.channel)));
		assertThat(open(this.max)).noneMatch((notice) -> notice.kind() == NoticeKind.REQUESTS);
		assertThat(Tenancy.within(this.admin.organizationId(), () -> this.notices.earlier(this.max, null)))
			.singleElement()
			.matches(Notice::solved);
	}

	@Test
	void aHostileNameBreaksNoHeader() throws Exception {
		this.jdbc.sql("update person set name = ? where id = ?")
			.params("Mia\r\nBcc: all@example.org\u202e", this.mia.personId())
			.update();
		this.rows.invalid(this.login, "ACCESS_REVOKED");
		ask();
		MimeMessage mail = Mailbox.newest(this.max.email(), 1);
		assertThat(mail.getHeader("Bcc")).isNull();
		assertThat(mail.getSubject()).isEqualTo("Mia Bcc: all@example.org asks you to reconnect @anakocht");
	}

	private void publish(Object event) {
		within(() -> this.transactions.executeWithoutResult((status) -> this.events.publishEvent(event)));
	}

	private void ask() {
		within(() -> this.requests.ask(this.mia, this.channel));
	}

	private List<Notice> open(Viewer viewer) {
		return Tenancy.within(viewer.organizationId(), () -> this.notices.open(viewer));
	}

	private List<String> read(Viewer viewer) {
		return open(viewer).stream()
			.map((notice) -> this.texts.text(notice, viewer.language(), viewer.zone()))
			.toList();
	}

	private void within(Runnable work) {
		Tenancy.within(this.admin.organizationId(), work);
	}

}
