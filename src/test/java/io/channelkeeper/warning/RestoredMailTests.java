package io.channelkeeper.warning;

import java.time.Duration;
import java.time.ZoneOffset;
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

import static io.channelkeeper.invitation.web.Mailbox.part;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who is told that an interruption is over, and when.
 */
@ApplicationTest
class RestoredMailTests {

	private static final String ONE = "@anakocht is connected again";

	@Autowired
	TestOrganizations organizations;

	@Autowired
	PortfolioRows rows;

	@Autowired
	WarningRounds rounds;

	@Autowired
	NoticeChoices choices;

	@Autowired
	ApplicationEventPublisher events;

	@Autowired
	TransactionTemplate transactions;

	@Autowired
	JdbcClient jdbc;

	private Viewer admin;

	private Viewer max;

	private UUID ana;

	private UUID channel;

	private UUID login;

	@BeforeEach
	void letAnaConnect() {
		this.jdbc.sql("delete from scheduled_tasks where task_name in ('warnings', 'expiry-warnings')").update();
		this.admin = this.organizations.make("Atelier");
		this.max = this.organizations.member(this.admin, Role.MANAGER);
		this.ana = this.rows.creator(this.admin, "Ana Kocht");
		this.channel = this.rows.channel(this.admin, this.ana, "instagram", "anakocht");
		this.login = this.rows.connect(this.admin, this.channel, Duration.ofDays(40));
	}

	@Test
	@DisplayName("issue 6: who was told of the breakage is told once that it is over, from when to when it lasted")
	void tellsThatItIsOver() throws Exception {
		breaks(this.login, this.channel);
		letMinutesPass();
		mends(this.login, this.channel);
		this.rounds.round();
		assertThat(subjects(this.max)).isEmpty();
		letMinutesPass();
		mends(this.login, this.channel);
		letMinutesPass();
		assertThat(subjects(this.max)).containsExactly(ONE);
		assertThat(subjects(this.admin)).containsExactly(ONE);
		MimeMessage mail = Mailbox.newest(this.max.email(), 2);
		assertThat(mail.getSubject()).isEqualTo(ONE);
		assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
		assertThat(part(mail, 0))
			.contains("Hi Max MANAGER,", "1 channel of Atelier is connected again:",
					"Ana Kocht\n- @anakocht (Instagram)\n  Interrupted from ", "/connections?organization=")
			.doesNotContain("??", "[(");
		assertThat(part(mail, 1)).contains(">@anakocht</strong>").doesNotContain("??", "[(");

		breaks(this.login, this.channel);
		letMinutesPass();
		mends(this.login, this.channel);
		letMinutesPass();
		assertThat(subjects(this.max)).hasSize(2);
	}

	@Test
	@DisplayName("issue 6: who was not told of the breakage is not told of its end, nor who mended it")
	void tellsNobodyElse() {
		breaks(this.login, this.channel);
		letMinutesPass();
		Viewer late = this.organizations.member(this.admin, Role.MARKETER);
		this.jdbc.sql("update social_login set connected_by_member = ?, connected_at = ? where id = ?")
			.params(this.max.memberId(), this.rows.instant().plusSeconds(1).atOffset(ZoneOffset.UTC), this.login)
			.update();
		mends(this.login, this.channel);
		letMinutesPass();
		assertThat(subjects(this.admin)).containsExactly(ONE);
		assertThat(subjects(this.max)).isEmpty();
		assertThat(subjects(late)).isEmpty();
	}

	@Test
	@DisplayName("issue 6: what broke again within these minutes is not over, and who wants no such mail gets none")
	void obeysWhatIsSoNow() {
		UUID other = this.rows.channel(this.admin, this.ana, "facebook", "anapage");
		UUID second = this.rows.connect(this.admin, other, Duration.ofDays(40));
		Tenancy.within(this.admin.organizationId(), () -> this.choices.choose(this.max,
				List.of(new NoticeChoice(NoticeKind.RESTORED, NoticeWay.MAIL, NoticeScope.NONE))));
		breaks(this.login, this.channel);
		breaks(second, other);
		letMinutesPass();
		mends(this.login, this.channel);
		mends(second, other);
		this.rows.invalid(second, "PASSWORD_CHANGED");
		letMinutesPass();
		assertThat(subjects(this.admin)).containsExactly(ONE);
		assertThat(subjects(this.max)).isEmpty();
		assertThat(
				this.jdbc.sql("select outcome from warning where member_id = ? and kind = 'RESTORED' order by outcome")
					.param(this.max.memberId())
					.query((row, number) -> String.valueOf(row.getString(1)))
					.list())
			.containsExactly("MOVED", "UNSUBSCRIBED");
	}

	@Test
	@DisplayName("issue 6: what broke again before the mail and then works is told after all")
	void tellsAfterFlapping() {
		breaks(this.login, this.channel);
		letMinutesPass();
		mends(this.login, this.channel);
		this.rows.invalid(this.login, "PASSWORD_CHANGED");
		letMinutesPass();
		assertThat(subjects(this.max)).isEmpty();
		mends(this.login, this.channel);
		letMinutesPass();
		assertThat(subjects(this.max)).containsExactly(ONE);
	}

	@Test
	@DisplayName("issue 6: the day’s warning told of the interruption too where its end did come")
	void countsAnEndAsBreakage() {
		this.jdbc.sql("""
				insert into warning (id, organization_id, member_id, channel_id, kind, about, days, created_at, due_at,
					settled_at, outcome)
				values (gen_random_uuid(), ?, ?, ?, 'EXPIRING', ?, 0, ?, ?, ?, 'MAILED')""")
			.params(this.admin.organizationId(), this.max.memberId(), this.channel, at(-7200), at(-8000), at(-8000),
					at(-8000))
			.update();
		mends(this.login, this.channel);
		letMinutesPass();
		assertThat(subjects(this.max)).isEmpty();
		this.jdbc.sql("""
				insert into data_gap (channel_id, organization_id, begins_at, state) values (?, ?, ?, 'EXPIRED')""")
			.params(this.channel, this.admin.organizationId(), at(-7190))
			.update();
		mends(this.login, this.channel);
		letMinutesPass();
		assertThat(subjects(this.max)).containsExactly(ONE);
		assertThat(subjects(this.admin)).isEmpty();
	}

	private Object at(long seconds) {
		return this.rows.instant().plusSeconds(seconds).atOffset(ZoneOffset.UTC);
	}

	private void breaks(UUID signIn, UUID one) {
		this.rows.invalid(signIn, "PASSWORD_CHANGED");
		publish(new ConnectionsBroken(this.admin.organizationId(), Set.of(one), Cause.PASSWORD_CHANGED));
	}

	private void mends(UUID signIn, UUID one) {
		this.rows.mend(signIn);
		publish(new ConnectionsRestored(this.admin.organizationId(), Set.of(one)));
	}

	private void publish(Object event) {
		Tenancy.within(this.admin.organizationId(),
				() -> this.transactions.executeWithoutResult((status) -> this.events.publishEvent(event)));
	}

	/** What was written down has waited for long enough. */
	private void letMinutesPass() {
		this.jdbc.sql("update warning set due_at = created_at where organization_id = ? and settled_at is null")
			.param(this.admin.organizationId())
			.update();
		this.rounds.round();
	}

	/** Of what was queued for somebody, whether or not it has arrived. */
	private List<String> subjects(Viewer member) {
		return this.jdbc.sql("select subject from mail where recipient = ? and kind = 'RESTORED' order by id")
			.param(member.email())
			.query((row, number) -> String.valueOf(row.getString(1)))
			.list();
	}

}
