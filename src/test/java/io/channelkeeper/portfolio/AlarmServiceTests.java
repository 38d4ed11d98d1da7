package io.channelkeeper.portfolio;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What calls for somebody on every page, and for how long it stays quiet.
 */
@ApplicationTest
class AlarmServiceTests {

	private static final int MANY = 5000;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	PortfolioRows rows;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	private Viewer viewer;

	private UUID ana;

	@BeforeEach
	void makeCreator() {
		this.viewer = this.organizations.make("Atelier");
		this.ana = this.rows.creator(this.viewer, "Ana Kocht");
	}

	@Test
	@DisplayName("H-9: expired, invalid, lost, without a token, without a key; nothing else")
	void countsWhatIsInterrupted() {
		connect(Duration.ofDays(40));
		connect(Duration.ofDays(3));
		connect(null);
		this.rows.disconnect(this.viewer, broken());
		set("channel", "archived_at", broken());
		assertThat(alarm(this.viewer, Duration.ZERO)).isEqualTo(new Alarm(0, false));
		connect(Duration.ofDays(-1));
		broken();
		this.rows.unreadable(login(connect(Duration.ofDays(40))));
		this.jdbc.sql("update connection set lost_cause = 'ROLE_LOST', lost_since = ? where channel_id = ?")
			.params(this.rows.instant().atOffset(ZoneOffset.UTC), connect(null))
			.update();
		this.jdbc.sql("update social_login set access_token = null where id = ?").param(login(connect(null))).update();
		assertThat(alarm(this.viewer, Duration.ZERO)).isEqualTo(new Alarm(5, false));
		assertThat(alarm(this.organizations.make("Other"), Duration.ZERO).count()).isZero();
		this.jdbc.sql("update creator set archived_at = ? where id = ?")
			.params(this.rows.instant().atOffset(ZoneOffset.UTC), this.ana)
			.update();
		assertThat(alarm(this.viewer, Duration.ZERO).count()).isZero();
	}

	@Test
	@DisplayName("what somebody was asked about within three days waits")
	void doesNotCountWhatWaits() {
		UUID colleague = broken();
		UUID creator = broken();
		assertThat(alarm(this.viewer, Duration.ZERO).count()).isEqualTo(2);
		Viewer manager = this.organizations.member(this.viewer, Role.MANAGER);
		this.rows.ask(this.viewer, colleague, manager, Duration.ofMinutes(1));
		assertThat(alarm(this.viewer, Duration.ZERO).count()).isEqualTo(1);
		UUID invitation = this.rows.invite(this.viewer, this.ana, creator, "SENT", null);
		assertThat(alarm(this.viewer, Duration.ZERO).count()).isZero();
		assertThat(alarm(this.viewer, Duration.ofHours(71)).count()).isZero();
		assertThat(alarm(this.viewer, Duration.ofHours(73)).count()).isEqualTo(2);
		this.rows.refuseMail(this.viewer, invitation);
		assertThat(alarm(this.viewer, Duration.ZERO).count()).as("the mail came back").isEqualTo(1);
		this.jdbc.sql("update reconnect_request set ended_at = ? where channel_id = ?")
			.params(this.rows.instant().atOffset(ZoneOffset.UTC), colleague)
			.update();
		assertThat(alarm(this.viewer, Duration.ZERO).count()).isEqualTo(2);
	}

	@Test
	@DisplayName("B-17: nothing waits for who left; with one of several still there it does")
	void doesNotWaitForWhoLeft() {
		UUID channel = broken();
		Viewer jonas = this.organizations.member(this.viewer, Role.MANAGER);
		Viewer lea = this.organizations.member(this.viewer, Role.MANAGER);
		this.rows.ask(this.viewer, channel, jonas, Duration.ZERO);
		this.jdbc.sql("update reconnect_request set asked = asked || ? where channel_id = ?")
			.params(lea.memberId(), channel)
			.update();
		this.jdbc.sql("update member set active = false where id = ?").param(jonas.memberId()).update();
		assertThat(alarm(this.viewer, Duration.ZERO).count()).isZero();
		this.jdbc.sql("update member set active = false where id = ?").param(lea.memberId()).update();
		assertThat(alarm(this.viewer, Duration.ZERO).count()).isEqualTo(1);
	}

	@Test
	@DisplayName("H-10: what breaks after somebody was asked calls at once")
	void callsThoughSomebodyWasAskedBefore() {
		UUID colleague = connect(Duration.ofDays(40));
		UUID creator = connect(Duration.ofDays(40));
		Viewer lea = this.organizations.member(this.viewer, Role.MANAGER);
		this.rows.ask(this.viewer, colleague, lea, Duration.ofHours(24));
		UUID invitation = this.rows.invite(this.viewer, this.ana, creator, "SENT", null);
		this.jdbc.sql("update invitation set created_at = ? where id = ?")
			.params(this.rows.instant().minus(Duration.ofHours(24)).atOffset(ZoneOffset.UTC), invitation)
			.update();
		this.rows.invalid(login(colleague), "PASSWORD_CHANGED");
		this.rows.invalid(login(creator), "PASSWORD_CHANGED");
		assertThat(alarm(this.viewer, Duration.ZERO).count()).isEqualTo(2);
		this.jdbc.sql("update social_login set deadline = ? where id = ?")
			.params(this.rows.instant().minus(Duration.ofHours(25)).atOffset(ZoneOffset.UTC), login(colleague))
			.update();
		assertThat(alarm(this.viewer, Duration.ZERO).count()).as("asked for what had expired").isEqualTo(1);
	}

	@Test
	void answeredInvitationsDoNotWait() {
		UUID channel = broken();
		this.rows.invite(this.viewer, this.ana, channel, "DECLINED", null);
		assertThat(alarm(this.viewer, Duration.ZERO).count()).isEqualTo(1);
	}

	@Test
	void nobodyCanBeAskedForAKey() {
		UUID channel = connect(Duration.ofDays(40));
		this.rows.unreadable(login(channel));
		this.rows.invite(this.viewer, this.ana, channel, "SENT", null);
		assertThat(alarm(this.viewer, Duration.ZERO).count()).isEqualTo(1);
	}

	@Test
	@DisplayName("H-10: dismissed it comes back after 24 hours, for this member only")
	void comesBackAfterADay() {
		broken();
		Viewer other = this.organizations.member(this.viewer, Role.MARKETER);
		Viewer elsewhere = this.organizations.alsoIn(this.viewer, this.organizations.make("Other"), Role.MANAGER);
		breakIn(elsewhere);
		dismiss(this.viewer, Duration.ofMinutes(1));
		assertThat(alarm(this.viewer, Duration.ofMinutes(2))).isEqualTo(new Alarm(1, true));
		assertThat(alarm(this.viewer, Duration.ofHours(24))).isEqualTo(new Alarm(1, true));
		assertThat(alarm(this.viewer, Duration.ofHours(24).plusMinutes(1))).isEqualTo(new Alarm(1, false));
		assertThat(alarm(other, Duration.ofMinutes(2)).isLoud()).isTrue();
		assertThat(alarm(elsewhere, Duration.ofMinutes(2)).isLoud()).isTrue();
		dismiss(this.viewer, Duration.ofHours(25));
		assertThat(alarm(this.viewer, Duration.ofHours(26)).isLoud()).isFalse();
	}

	@Test
	@DisplayName("H-10: what breaks afterwards brings it back at once")
	void comesBackWithANewBreakage() {
		broken();
		UUID expiring = connect(Duration.ofHours(2));
		dismiss(this.viewer, Duration.ofMinutes(1));
		assertThat(alarm(this.viewer, Duration.ofHours(1)).isLoud()).isFalse();
		assertThat(alarm(this.viewer, Duration.ofHours(3))).isEqualTo(new Alarm(2, false));
		this.rows.ask(this.viewer, expiring, this.organizations.member(this.viewer, Role.MANAGER), Duration.ZERO);
		assertThat(alarm(this.viewer, Duration.ofHours(3))).as("a colleague sees to it").isEqualTo(new Alarm(1, true));
	}

	@Test
	@DisplayName("whatever works is not looked at, however much it is")
	void readsOnlyWhatIsBroken() {
		broken();
		connect(Duration.ofDays(-1));
		manyThatWork();
		List<String> plan = Tenancy.within(this.viewer.organizationId(),
				() -> this.jdbc.sql("explain (analyze, costs off, timing off, buffers off) " + AlarmService.ALARM)
					.param("now", this.rows.instant().atOffset(ZoneOffset.UTC))
					.param("lately", this.rows.instant().atOffset(ZoneOffset.UTC))
					.param("organization", Tenancy.current())
					.param("member", this.viewer.memberId())
					.query(String.class)
					.list());
		assertThat(plan).anyMatch((line) -> line.contains("social_login_broken"))
			.anyMatch((line) -> line.contains("social_login_deadline"))
			.anyMatch((line) -> line.contains("connection_by_loss"))
			.noneMatch((line) -> line.matches(".*Seq Scan on (social_login|connection|channel)\\b.*"))
			.noneMatch((line) -> line.matches(".*rows=\\d{4,}(\\.\\d+)? loops=.*"))
			.noneMatch((line) -> line.matches(".*Removed by.*: \\d{4,}"));
		assertThat(alarm(this.viewer, Duration.ZERO).count()).isEqualTo(2);
	}

	/**
	 * Connections in order, in one statement each; the tables are as the planner knows
	 * them then.
	 */
	private void manyThatWork() {
		Object now = this.rows.instant().atOffset(ZoneOffset.UTC);
		this.jdbc
			.sql("""
					with made as (insert into channel (id, version, organization_id, creator_id, network, handle, handle_key, added_at)
						select gen_random_uuid(), 0, :organization, :creator, 'tiktok', 'many' || n, 'many' || n, :now
						from generate_series(1, :many) n returning id),
					signed as (insert into social_login (id, version, organization_id, provider, external_user_id, scopes,
						access_token, deadline, deadline_source, connected_at)
						select id, 0, :organization, 'tiktok', id::text, '{}', '\\x00', cast(:now as timestamptz) + interval '99 days',
							'REPORTED', :now from made returning id)
					insert into connection (channel_id, version, organization_id, login_id, granted, missing, connected_at,
						connected_by_creator) select id, 0, :organization, id, '{}', '{}', :now, true from signed
					""")
			.param("organization", this.viewer.organizationId())
			.param("creator", this.ana)
			.param("now", now)
			.param("many", MANY)
			.update();
		this.jdbc.sql("analyze channel, social_login, connection").update();
	}

	private void breakIn(Viewer elsewhere) {
		UUID creator = this.rows.creator(elsewhere, "Ben");
		UUID channel = this.rows.channel(elsewhere, creator, "instagram", "ben");
		this.rows.invalid(this.rows.connect(elsewhere, channel, null), "PASSWORD_CHANGED");
	}

	private UUID connect(@Nullable Duration remaining) {
		UUID channel = this.rows.channel(this.viewer, this.ana, "instagram", "anakocht");
		this.rows.connect(this.viewer, channel, remaining);
		return channel;
	}

	private UUID broken() {
		UUID channel = connect(Duration.ofDays(40));
		this.rows.invalid(login(channel), "PASSWORD_CHANGED");
		return channel;
	}

	private UUID login(UUID channel) {
		return this.jdbc.sql("select login_id from connection where channel_id = ?")
			.param(channel)
			.query(UUID.class)
			.single();
	}

	private void set(String table, String column, UUID id) {
		this.jdbc.sql("update " + table + " set " + column + " = ? where id = ?")
			.params(this.rows.instant().atOffset(ZoneOffset.UTC), id)
			.update();
	}

	private Alarm alarm(Viewer member, Duration later) {
		return Tenancy.within(member.organizationId(), () -> at(later).alarm(member));
	}

	private void dismiss(Viewer member, Duration later) {
		Tenancy.within(member.organizationId(), () -> at(later).dismiss(member));
	}

	private AlarmService at(Duration later) {
		return new AlarmService(this.jdbc, Clock.offset(this.clock, later));
	}

}
