package io.channelkeeper.warning;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.connection.ConnectionsBroken;
import io.channelkeeper.connection.ConnectionsRestored;
import io.channelkeeper.invitation.web.Mailbox;
import io.channelkeeper.network.Cause;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.PortfolioRows;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who is written to about interrupted channels after what members chose.
 */
@ApplicationTest
class UnsubscribedWarningsTests {

	private static final String LINK = "http://localhost:8080/unsubscribe/";

	@Autowired
	TestOrganizations organizations;

	@Autowired
	PortfolioRows rows;

	@Autowired
	TestWarnings warnings;

	@Autowired
	InterruptionMails mails;

	@Autowired
	NoticeChoices choices;

	@Autowired
	UnsubscribeLinks links;

	@Autowired
	ApplicationEventPublisher events;

	@Autowired
	TransactionTemplate transactions;

	@Autowired
	JdbcClient jdbc;

	private Viewer admin;

	/** Connected the channel. */
	private Viewer max;

	/** Looks after the creator. */
	private Viewer mia;

	private Viewer tom;

	private UUID channel;

	private UUID login;

	@BeforeEach
	void letMaxConnect() {
		this.jdbc.sql("delete from scheduled_tasks where task_name = 'warnings'").update();
		this.admin = this.organizations.make("Atelier");
		this.max = this.organizations.member(this.admin, Role.MANAGER);
		this.mia = this.organizations.member(this.admin, Role.MARKETER);
		this.tom = this.organizations.member(this.admin, Role.MARKETER);
		UUID ana = this.rows.creator(this.admin, "Ana Kocht", this.mia.memberId());
		this.channel = this.rows.channel(this.admin, ana, "instagram", "anakocht");
		this.login = this.rows.connect(this.admin, this.channel, Duration.ofDays(40));
		this.rows.connectedBy(this.max, this.channel);
	}

	@Test
	@DisplayName("M-33, B-8: who takes none is not written to, and the ledger says why")
	void writesToNobodyWhoChoseOtherwise() {
		choose(this.tom, "INTERRUPTED.MAIL.NONE");
		choose(this.mia, "INTERRUPTED.MAIL.MINE");
		choose(this.admin, "INTERRUPTED.MAIL.MINE");
		breaks();
		this.warnings.letMinutesPass(this.admin);
		assertThat(outcomes(this.tom)).containsExactly("UNSUBSCRIBED");
		assertThat(outcomes(this.admin)).containsExactly("UNSUBSCRIBED");
		assertThat(outcomes(this.mia)).containsExactly("MAILED");
		assertThat(outcomes(this.max)).containsExactly("MAILED");
		assertThat(mails(this.tom)).isZero();
		assertThat(mails(this.admin)).isZero();
		assertThat(mails(this.mia)).isOne();
	}

	@Test
	@DisplayName("RFC 8058: the mail carries a link that ends mails of its kind, and of no other")
	void theMailSaysHowToUnsubscribe() throws Exception {
		choose(this.admin, "INTERRUPTED.PRODUCT.NONE");
		breaks();
		this.warnings.letMinutesPass(this.admin);
		MimeMessage mail = Mailbox.newest(this.tom.email(), 1);
		assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
		assertThat(Mailbox.text(mail)).contains("because you are a member of Atelier.",
				"Unsubscribe from e-mails like this one: " + LINK + token(mail), "href=\"" + LINK + token(mail) + "\"");
		assertThat(this.links.unsubscribe(token(mail)).kind()).isEqualTo(NoticeKind.INTERRUPTED);
		assertThat(this.choices.of(this.tom)).filteredOn((choice) -> choice.scope() != NoticeScope.ALL)
			.containsExactly(NoticeChoice.valueOf("INTERRUPTED.MAIL.NONE"));
		assertThat(token(Mailbox.newest(this.mia.email(), 1))).isNotEqualTo(token(mail));
	}

	@Test
	@DisplayName("H-13: whoever connected it is told though unsubscribed; that has an unsubscribe of its own")
	void whatOneConnectedIsAKindOfItsOwn() throws Exception {
		choose(this.max, "INTERRUPTED.MAIL.NONE");
		choose(this.mia, "INTERRUPTED.MAIL.NONE");
		breaks();
		this.warnings.letMinutesPass(this.admin);
		assertThat(outcomes(this.mia)).containsExactly("UNSUBSCRIBED");
		assertThat(outcomes(this.max)).containsExactly("MAILED");
		MimeMessage mail = Mailbox.newest(this.max.email(), 1);
		assertThat(Mailbox.text(mail)).contains("because you connected these channels");
		assertThat(this.links.unsubscribe(token(mail)).kind()).isEqualTo(NoticeKind.OWN_INTERRUPTED);

		this.rows.mend(this.login);
		publish(new ConnectionsRestored(this.admin.organizationId(), Set.of(this.channel)));
		breaks();
		this.warnings.letMinutesPass(this.admin);
		assertThat(outcomes(this.max)).containsExactly("MAILED", "UNSUBSCRIBED");
		assertThat(mails(this.max)).isOne();
	}

	@Test
	@DisplayName("M-28, H-13: of what comes to its end only whoever connected it gets a second mail, unsubscribed or not")
	void theEndIsToldToWhoeverConnectedIt() {
		choose(this.max, "EXPIRING.MAIL.NONE");
		choose(this.max, "INTERRUPTED.MAIL.NONE");
		expires();
		this.warnings.letMinutesPass(this.admin);
		assertThat(outcomes(this.max)).containsExactly("MAILED");
		for (Viewer other : List.of(this.admin, this.mia, this.tom)) {
			assertThat(outcomes(other)).isEmpty();
		}
	}

	@Test
	@DisplayName("B-8: where everybody chose otherwise the admins are told, whatever they chose")
	void theAdminsAreToldWhereNobodyElseIs() throws Exception {
		for (Viewer member : List.of(this.admin, this.max, this.mia, this.tom)) {
			choose(member, "INTERRUPTED.MAIL.NONE");
		}
		choose(this.max, "OWN_INTERRUPTED.MAIL.NONE");
		breaks();
		this.warnings.letMinutesPass(this.admin);
		assertThat(outcomes(this.admin)).containsExactly("MAILED");
		assertThat(outcomes(this.max)).containsExactly("UNSUBSCRIBED");
		MimeMessage mail = Mailbox.newest(this.admin.email(), 1);
		assertThat(mail.getHeader("List-Unsubscribe")).isNull();
		assertThat(Mailbox.text(mail)).contains("nobody at Atelier has chosen e-mails about these channels")
			.doesNotContain("/unsubscribe/");
	}

	@Test
	@DisplayName("B-8: the same for what came to its end, of which admins are not told otherwise")
	void theAdminsAreToldOfAnEnd() {
		choose(this.max, "OWN_INTERRUPTED.MAIL.NONE");
		expires();
		this.warnings.letMinutesPass(this.admin);
		assertThat(outcomes(this.max)).containsExactly("UNSUBSCRIBED");
		assertThat(outcomes(this.admin)).containsExactly("MAILED");
		assertThat(outcomes(this.tom)).isEmpty();
	}

	@Test
	@DisplayName("B-8: who unsubscribes before the mail is written is replaced by the admins")
	void whoUnsubscribesMeanwhileIsReplaced() {
		for (Viewer member : List.of(this.admin, this.mia, this.tom)) {
			choose(member, "INTERRUPTED.MAIL.NONE");
		}
		breaks();
		send(this.admin);
		assertThat(outcomes(this.admin)).containsExactly("UNSUBSCRIBED");
		choose(this.max, "INTERRUPTED.MAIL.NONE");
		choose(this.max, "OWN_INTERRUPTED.MAIL.NONE");
		send(this.max);
		assertThat(outcomes(this.max)).containsExactly("UNSUBSCRIBED");
		assertThat(outcomes(this.admin)).isEmpty();
		send(this.admin);
		assertThat(outcomes(this.admin)).containsExactly("MAILED");
	}

	private void choose(Viewer viewer, String choice) {
		this.choices.choose(viewer, List.of(NoticeChoice.valueOf(choice)));
	}

	private void breaks() {
		this.rows.invalid(this.login, "PASSWORD_CHANGED");
		publish(new ConnectionsBroken(this.admin.organizationId(), Set.of(this.channel), Cause.PASSWORD_CHANGED));
	}

	private void expires() {
		this.jdbc.sql("update social_login set deadline = ? where id = ?")
			.params(Timestamp.from(this.rows.instant().minusSeconds(1)), this.login)
			.update();
		publish(new ConnectionsBroken(this.admin.organizationId(), Set.of(this.channel), null));
	}

	private void publish(Object event) {
		Tenancy.within(this.admin.organizationId(),
				() -> this.transactions.executeWithoutResult((status) -> this.events.publishEvent(event)));
	}

	/** What waits for this member has waited for long enough. */
	private void send(Viewer member) {
		this.jdbc.sql("update warning set due_at = created_at where member_id = ?").param(member.memberId()).update();
		Tenancy.within(this.admin.organizationId(), () -> this.mails.send(member.memberId(), Set.of()));
	}

	private List<String> outcomes(Viewer member) {
		return this.jdbc.sql("""
				select outcome from warning where member_id = ? and outcome is not null order by created_at""")
			.param(member.memberId())
			.query((row, number) -> String.valueOf(row.getString(1)))
			.list();
	}

	private int mails(Viewer member) {
		return this.jdbc.sql("select count(*) from mail where recipient = ?")
			.param(member.email())
			.query(Integer.class)
			.single();
	}

	private static String token(MimeMessage mail) throws Exception {
		String[] header = mail.getHeader("List-Unsubscribe");
		assertThat(header).singleElement().asString().startsWith("<" + LINK).endsWith(">");
		return header[0].substring(LINK.length() + 1, header[0].length() - 1);
	}

}
