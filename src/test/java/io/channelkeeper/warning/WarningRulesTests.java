package io.channelkeeper.warning;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.network.ChannelKind;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.PortfolioRows;
import io.channelkeeper.support.ForbiddenException;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The rules of an organization, and what the application writes down by them today.
 */
@ApplicationTest
class WarningRulesTests {

	private static final NetworkId INSTAGRAM = new NetworkId("instagram");

	private static final NetworkId FACEBOOK = new NetworkId("facebook");

	@Autowired
	TestOrganizations organizations;

	@Autowired
	PortfolioRows portfolio;

	@Autowired
	WarningRules rules;

	@Autowired
	ExpiryRounds rounds;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	private Viewer admin;

	@BeforeEach
	void makeOrganization() {
		this.jdbc.sql("delete from scheduled_tasks where task_name = 'expiry-warnings'").update();
		this.admin = this.organizations.make("Atelier");
	}

	@Test
	@DisplayName("M-27 to M-31: what networks propose holds until an admin decides, then in that organization only")
	void anAdminsDecisionCountsBeforeTheNetworks() {
		assertThat(days(this.admin, INSTAGRAM, ChannelKind.OWNED)).hasToString("10, 5, 1, 0");
		assertThat(days(this.admin, INSTAGRAM, ChannelKind.PAID)).hasToString("10, 5, 1, 0");
		assertThat(days(this.admin, INSTAGRAM, ChannelKind.MONITORED)).hasToString("10, 1, 0");
		assertThat(days(this.admin, FACEBOOK, ChannelKind.MONITORED)).hasToString("10");
		set(this.admin, INSTAGRAM, ChannelKind.OWNED, 0, 30, 7);
		set(this.admin, INSTAGRAM, ChannelKind.PAID);
		assertThat(days(this.admin, INSTAGRAM, ChannelKind.OWNED)).hasToString("30, 7, 0");
		assertThat(days(this.admin, INSTAGRAM, ChannelKind.PAID)).hasToString("");
		assertThat(days(this.admin, FACEBOOK, ChannelKind.OWNED)).hasToString("10, 5, 1, 0");
		assertThat(days(this.organizations.make("Bistro"), INSTAGRAM, ChannelKind.OWNED)).hasToString("10, 5, 1, 0");
		assertThat(Tenancy.within(this.admin.organizationId(), this.rules::all))
			.contains(new WarningRule(INSTAGRAM, ChannelKind.OWNED, new WarningDays(List.of(30, 7, 0))))
			.hasSizeGreaterThanOrEqualTo(21)
			.doesNotHaveDuplicates();
	}

	@Test
	@DisplayName("B-16: what is saved without a change stays what the network proposes")
	void whatIsTheSameIsNoDecision() {
		set(this.admin, INSTAGRAM, ChannelKind.OWNED, 10, 5, 1, 0);
		assertThat(decisions()).isZero();
		set(this.admin, INSTAGRAM, ChannelKind.OWNED, 10, 5);
		set(this.admin, INSTAGRAM, ChannelKind.OWNED, 10, 5);
		assertThat(decisions()).isOne();
	}

	@ParameterizedTest
	@EnumSource(names = { "MANAGER", "MARKETER" })
	void onlyAdminsDecide(Role role) {
		Viewer other = this.organizations.member(this.admin, role);
		assertThatExceptionOfType(ForbiddenException.class)
			.isThrownBy(() -> set(other, INSTAGRAM, ChannelKind.OWNED, 10));
		assertThatExceptionOfType(ForbiddenException.class)
			.isThrownBy(() -> Tenancy.within(other.organizationId(), () -> this.rules.set(other, List.of(), 9)));
		assertThat(decisions()).isZero();
	}

	@Test
	@DisplayName("M-32: today's warnings, by the networks' rules and the organization's, to all active members")
	void writesDownWhatIsDueToday() {
		Viewer mia = this.organizations.member(this.admin, Role.MARKETER);
		UUID creator = this.portfolio.creator(this.admin, "Ana Kocht");
		UUID instagram = connected(creator, "instagram");
		UUID tiktok = connected(creator, "tiktok");
		UUID monitored = connected(creator, "facebook");
		this.jdbc.sql("update channel set kind = 'MONITORED' where id = ?").param(monitored).update();
		set(this.admin, new NetworkId("tiktok"), ChannelKind.OWNED, 0);
		this.rounds.look(this.clock.instant());
		assertThat(told(instagram)).containsExactlyInAnyOrder(this.admin.memberId() + " 5", mia.memberId() + " 5");
		assertThat(told(monitored)).containsExactlyInAnyOrder(this.admin.memberId() + " 10", mia.memberId() + " 10");
		assertThat(told(tiktok)).isEmpty();
		this.rounds.look(this.clock.instant());
		assertThat(told(instagram)).hasSize(2);
		this.jdbc.sql("update connection set login_id = null where channel_id = ?").param(instagram).update();
		this.rounds.look(this.clock.instant());
		assertThat(outcomes(instagram)).containsOnly("MOVED").hasSize(2);
		assertThat(outcomes(monitored)).containsOnly("open").hasSize(2);
	}

	/**
	 * Connected a month ago, and four days are left: whatever the time of day, the
	 * warning of five days before has come, and that of one day before has not.
	 */
	private UUID connected(UUID creator, String network) {
		UUID channel = this.portfolio.channel(this.admin, creator, network, "ana" + network);
		UUID login = this.portfolio.connect(this.admin, channel, Duration.ofDays(4));
		Object then = this.clock.instant().minus(Duration.ofDays(30)).atOffset(ZoneOffset.UTC);
		this.jdbc.sql("update social_login set connected_at = ? where id = ?").params(then, login).update();
		this.jdbc.sql("update connection set connected_at = ? where channel_id = ?").params(then, channel).update();
		return channel;
	}

	private WarningDays days(Viewer viewer, NetworkId network, ChannelKind kind) {
		return this.rules.days(viewer.organizationId(), network, kind);
	}

	private void set(Viewer viewer, NetworkId network, ChannelKind kind, Integer... days) {
		Tenancy.within(viewer.organizationId(),
				() -> this.rules.set(viewer, network, kind, new WarningDays(List.of(days))));
	}

	private int decisions() {
		return this.jdbc.sql("select count(*) from warning_rule where organization_id = ?")
			.param(this.admin.organizationId())
			.query(Integer.class)
			.single();
	}

	private List<@Nullable String> told(UUID channel) {
		return this.jdbc.sql("select member_id || ' ' || days from warning where channel_id = ? and kind = 'EXPIRING'")
			.param(channel)
			.query(String.class)
			.list();
	}

	private List<@Nullable String> outcomes(UUID channel) {
		return this.jdbc.sql("select coalesce(outcome, 'open') from warning where channel_id = ?")
			.param(channel)
			.query(String.class)
			.list();
	}

}
