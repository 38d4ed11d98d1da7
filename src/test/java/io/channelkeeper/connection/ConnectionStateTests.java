package io.channelkeeper.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.DeadlineSource;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ApplicationTest
class ConnectionStateTests {

	private static final Instant NOW = ConnectionRows.NOW;

	private static final Duration TEN_DAYS = Duration.ofDays(10);

	@Autowired
	JdbcClient jdbc;

	@Autowired
	StandingRepository standings;

	@Autowired
	ConnectionService connections;

	ConnectionRows rows;

	@BeforeEach
	void makeOrganization() {
		this.rows = new ConnectionRows(this.jdbc);
	}

	@Test
	void knowsWhatWasNeverConnected() {
		ChannelStanding standing = standing(this.rows.channel());
		assertThat(standing.state()).isEqualTo(ConnectionState.NOT_CONNECTED);
		assertThat(standing.since()).isEqualTo(NOW);
		assertThat(standing.renewBySource()).isEqualTo(DeadlineSource.NONE);
		assertThat(standing.connectedByCreator()).isFalse();
	}

	@Test
	void isInvitedWhileTheInvitationLives() {
		UUID channel = this.rows.channel();
		within(() -> this.connections.asked(channel, NOW.plus(TEN_DAYS)));
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.INVITED);
		assertThat(standing(channel, NOW.plus(TEN_DAYS)).state()).isEqualTo(ConnectionState.NOT_CONNECTED);
		within(() -> this.connections.notAsked(channel));
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.NOT_CONNECTED);
	}

	@Test
	@DisplayName("Without its token a login is never shown as connected")
	void doubtsALoginWithoutToken() {
		UUID channel = this.rows.connected(NOW.plus(TEN_DAYS).plus(TEN_DAYS));
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.CONNECTED);
		this.jdbc.sql("update social_login set access_token = null where organization_id = ?")
			.param(this.rows.organization)
			.update();
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.INVALID);
		assertThat(standing(channel).cause()).isEqualTo(Cause.TOKEN_REJECTED);
		assertThat(standing(channel).since()).isEqualTo(NOW);
	}

	@Test
	void isAskedAgainWithALaterEnd() {
		UUID channel = this.rows.channel();
		within(() -> this.connections.asked(channel, NOW));
		within(() -> this.connections.asked(channel, NOW.plusSeconds(1)));
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.INVITED);
	}

	@Test
	void isConnectedWithoutADeadline() {
		ChannelStanding standing = standing(this.rows.connected((Instant) null));
		assertThat(standing.state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(standing.connectedByMember()).isEqualTo(this.rows.member);
		assertThat(standing.granted()).containsExactly("permission.facebook.pages_show_list");
		assertThat(standing.renewBy()).isNull();
	}

	@Test
	@DisplayName("B-1: expires ten days before the deadline, to the second")
	void beginsToExpireTenDaysBefore() {
		UUID channel = this.rows.connected(NOW.plus(TEN_DAYS));
		assertThat(standing(channel, NOW.minusSeconds(1)).state()).isEqualTo(ConnectionState.CONNECTED);
		ChannelStanding standing = standing(channel);
		assertThat(standing.state()).isEqualTo(ConnectionState.EXPIRING);
		assertThat(standing.since()).isEqualTo(NOW);
		assertThat(standing.renewBySource()).isEqualTo(DeadlineSource.REPORTED);
	}

	@Test
	void isExpiredAtTheDeadline() {
		UUID channel = this.rows.connected(NOW);
		assertThat(standing(channel, NOW.minusSeconds(1)).state()).isEqualTo(ConnectionState.EXPIRING);
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.EXPIRED);
		assertThat(standing(channel).since()).isEqualTo(NOW);
	}

	@Test
	void isInvalidByItsLoginAndEvenWhenExpired() {
		UUID channel = this.rows.connected(NOW);
		this.rows.run("""
				update social_login set invalid_cause = 'PASSWORD_CHANGED', invalid_since = ?
				where organization_id = ?""", ConnectionRows.at(NOW.minusSeconds(60)), this.rows.organization);
		ChannelStanding standing = standing(channel);
		assertThat(standing.state()).isEqualTo(ConnectionState.INVALID);
		assertThat(standing.cause()).isEqualTo(Cause.PASSWORD_CHANGED);
		assertThat(standing.since()).isEqualTo(NOW.minusSeconds(60));
	}

	@Test
	void losesOneChannelAndNotItsNeighbour() {
		UUID login = this.rows.login(null);
		UUID lost = this.rows.connected(login);
		UUID kept = this.rows.connected(login);
		this.rows.run("""
				update connection set lost_cause = 'PERMISSION_MISSING', lost_detail = 'x', lost_since = ?
				where channel_id = ?""", ConnectionRows.at(NOW), lost);
		assertThat(standing(lost).cause()).isEqualTo(Cause.PERMISSION_MISSING);
		assertThat(standing(lost).causeDetail()).isEqualTo("x");
		assertThat(standing(kept).state()).isEqualTo(ConnectionState.CONNECTED);
	}

	@Test
	@DisplayName("B-18: a missing key hides every other trouble")
	void isUnreadableBeforeAnythingElse() {
		UUID channel = this.rows.connected(NOW);
		this.rows.run("""
				update social_login set invalid_cause = 'TOKEN_REJECTED', unreadable_since = ?
				where organization_id = ?""", ConnectionRows.at(NOW), this.rows.organization);
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.UNREADABLE);
		assertThat(standing(channel).cause()).isNull();
	}

	@Test
	void isDisconnectedThoughSomebodyIsAsked() {
		UUID channel = disconnected();
		within(() -> this.connections.asked(channel, NOW.plus(TEN_DAYS)));
		ChannelStanding standing = standing(channel);
		assertThat(standing.state()).isEqualTo(ConnectionState.DISCONNECTED);
		assertThat(standing.disconnectedByMember()).isEqualTo(this.rows.member);
		assertThat(standing.connectedByMember()).isEqualTo(this.rows.member);
	}

	@Test
	@DisplayName("P-7: private or personal counts only without a login")
	void isNotEligibleUnlessALoginCarriesIt() {
		UUID never = this.rows.channel();
		UUID left = disconnected();
		UUID carried = this.rows.connected((Instant) null);
		this.rows.run("""
				update channel set ineligible_reason = 'PERSONAL', ineligible_source = 'MEMBER', ineligible_at = ?
				where organization_id = ?""", ConnectionRows.at(NOW), this.rows.organization);
		assertThat(standing(never).state()).isEqualTo(ConnectionState.NOT_ELIGIBLE);
		assertThat(standing(left).state()).isEqualTo(ConnectionState.NOT_ELIGIBLE);
		assertThat(standing(carried).state()).isEqualTo(ConnectionState.CONNECTED);
	}

	@Test
	void leavesArchivedChannelsOut() {
		UUID channel = this.rows.channel();
		this.rows.run("update channel set archived_at = ? where id = ?", ConnectionRows.at(NOW), channel);
		assertThat(this.jdbc.sql("select count(*) from connection_state(?) where channel_id = ?")
			.params(ConnectionRows.at(NOW), channel)
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void putsWhatHasToBeMendedFirst() {
		this.rows.channel();
		this.rows.connected(NOW);
		this.rows.connected(NOW.plusSeconds(1));
		this.rows.connected((Instant) null);
		disconnected();
		assertThat(this.jdbc.sql("select state from connection_state(?) where organization_id = ? order by severity")
			.params(ConnectionRows.at(NOW), this.rows.organization)
			.query(String.class)
			.list()).isEqualTo(List.of("EXPIRED", "EXPIRING", "NOT_CONNECTED", "DISCONNECTED", "CONNECTED"));
	}

	@Test
	void answersNothingToAnotherOrganization() {
		UUID channel = this.rows.channel();
		UUID stranger = new ConnectionRows(this.jdbc).organization;
		Tenancy.within(stranger, () -> {
			assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.connections.standing(channel));
			assertThatExceptionOfType(NotFoundException.class)
				.isThrownBy(() -> this.connections.asked(channel, NOW.plus(TEN_DAYS)));
			assertThat(this.connections.standings(Set.of(channel))).isEmpty();
		});
	}

	private UUID disconnected() {
		UUID channel = this.rows.connected((Instant) null);
		this.rows.run("""
				update connection set login_id = null, disconnected_at = ?, disconnected_by_member = ?
				where channel_id = ?""", ConnectionRows.at(NOW), this.rows.member, channel);
		return channel;
	}

	private ChannelStanding standing(UUID channel) {
		return standing(channel, NOW);
	}

	private ChannelStanding standing(UUID channel, Instant moment) {
		return Tenancy.within(this.rows.organization, () -> this.standings.find(Set.of(channel), moment).getFirst());
	}

	private void within(Runnable work) {
		Tenancy.within(this.rows.organization, work);
	}

}
