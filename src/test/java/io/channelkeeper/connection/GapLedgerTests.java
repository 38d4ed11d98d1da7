package io.channelkeeper.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.network.Cause;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

/**
 * What the ledger makes of how channels stand; the rows are moved and the clock with
 * them.
 */
@ApplicationTest
class GapLedgerTests {

	private static final Instant NOW = ConnectionRows.NOW;

	private static final Duration HOUR = Duration.ofHours(1);

	@Autowired
	JdbcClient jdbc;

	@Autowired
	GapRows gaps;

	ConnectionRows rows;

	@BeforeEach
	void makeOrganization() {
		this.jdbc.sql("delete from scheduled_tasks where task_name = 'data-gaps'").update();
		this.rows = new ConnectionRows(this.jdbc);
	}

	@Test
	@DisplayName("B-9: the clock alone begins a gap, at the deadline and not when it was noticed")
	void beginsAtTheDeadline() {
		UUID channel = this.rows.connected(NOW.plus(HOUR));
		round(NOW);
		assertThat(gaps(channel)).isEmpty();
		round(NOW.plus(HOUR.multipliedBy(5)));
		round(NOW.plus(HOUR.multipliedBy(6)));
		DataGap gap = only(channel);
		assertThat(gap.begins()).isEqualTo(NOW.plus(HOUR));
		assertThat(gap.state()).isEqualTo(ConnectionState.EXPIRED);
		assertThat(gap.isOpen()).isTrue();
	}

	@Test
	@DisplayName("B-18: a missing key is a gap of its own, also in a set")
	void beginsForASetOfUnreadableLogins() {
		List<UUID> channels = IntStream.range(0, 5).mapToObj((one) -> this.rows.connected((Instant) null)).toList();
		login("unreadable_since = ?", NOW.plus(HOUR));
		round(NOW.plus(HOUR.multipliedBy(2)));
		assertThat(channels).allSatisfy((channel) -> {
			assertThat(only(channel).state()).isEqualTo(ConnectionState.UNREADABLE);
			assertThat(only(channel).begins()).isEqualTo(NOW.plus(HOUR));
		});
	}

	@Test
	@DisplayName("B-9: another cause ends one gap and begins the next, without a moment between")
	void splitsAtAnotherCause() {
		UUID channel = this.rows.connected(NOW.plus(HOUR));
		round(NOW.plus(HOUR));
		login("invalid_cause = 'PASSWORD_CHANGED', invalid_since = ?", NOW.plus(HOUR.multipliedBy(2)));
		round(NOW.plus(HOUR.multipliedBy(3)));
		login("unreadable_since = ?", NOW.plus(HOUR.multipliedBy(4)));
		round(NOW.plus(HOUR.multipliedBy(4)));
		login("unreadable_since = null, checked_at = ?", NOW.plus(HOUR.multipliedBy(5)));
		round(NOW.plus(HOUR.multipliedBy(5)));
		List<DataGap> gaps = gaps(channel);
		assertThat(gaps).extracting(DataGap::state)
			.containsExactly(ConnectionState.EXPIRED, ConnectionState.INVALID, ConnectionState.UNREADABLE,
					ConnectionState.INVALID);
		assertThat(gaps.get(1).cause()).isEqualTo(Cause.PASSWORD_CHANGED);
		for (int next = 1; next < gaps.size(); next++) {
			assertThat(gaps.get(next).begins()).isEqualTo(gaps.get(next - 1).ends());
		}
		assertThat(gaps.get(1).begins()).isEqualTo(NOW.plus(HOUR.multipliedBy(2)));
		assertThat(gaps.getLast().begins()).isEqualTo(NOW.plus(HOUR.multipliedBy(5)));
	}

	@Test
	@DisplayName("B-9: what recovered without being told ends when it was found to work")
	void endsWhenItWasFoundToWork() {
		UUID channel = this.rows.connected((Instant) null);
		login("invalid_cause = 'SECURITY_CHECK', invalid_since = ?", NOW);
		round(NOW.plus(HOUR));
		login("invalid_cause = null, checked_at = ?", NOW.plus(HOUR.multipliedBy(2)));
		round(NOW.plus(HOUR.multipliedBy(3)));
		assertThat(only(channel).ends()).isEqualTo(NOW.plus(HOUR.multipliedBy(2)));
		round(NOW.plus(HOUR.multipliedBy(4)));
		assertThat(gaps(channel)).hasSize(1);
	}

	@Test
	@DisplayName("B-9: disconnected on purpose is a gap, connected again its end, a loss after it another one")
	void followsWhatPeopleDo() {
		UUID login = this.rows.login(null);
		UUID channel = this.rows.connected(login);
		connection(channel, "login_id = null, disconnected_at = ?", NOW.plus(HOUR));
		this.rows.run("update channel set ineligible_reason = 'PRIVATE', ineligible_at = ? where id = ?",
				ConnectionRows.at(NOW.plus(HOUR)), channel);
		round(NOW.plus(HOUR.multipliedBy(2)));
		assertThat(only(channel).state()).isEqualTo(ConnectionState.DISCONNECTED);
		assertThat(only(channel).begins()).isEqualTo(NOW.plus(HOUR));
		this.rows.run(
				"update connection set login_id = ?, connected_at = ?, disconnected_at = null where channel_id = ?",
				login, ConnectionRows.at(NOW.plus(HOUR.multipliedBy(3))), channel);
		connection(channel, "lost_cause = 'ROLE_LOST', lost_since = ?", NOW.plus(HOUR.multipliedBy(4)));
		round(NOW.plus(HOUR.multipliedBy(5)));
		assertThat(gaps(channel)).extracting(DataGap::begins, DataGap::ends)
			.containsExactly(tuple(NOW.plus(HOUR), NOW.plus(HOUR.multipliedBy(3))),
					tuple(NOW.plus(HOUR.multipliedBy(4)), null));
	}

	@Test
	void closesWhatWasPutAway() {
		UUID channel = this.rows.connected(NOW.plus(HOUR));
		round(NOW.plus(HOUR));
		this.rows.run("update channel set archived_at = ? where id = ?",
				ConnectionRows.at(NOW.plus(HOUR.multipliedBy(2))), channel);
		round(NOW.plus(HOUR.multipliedBy(3)));
		assertThat(only(channel).ends()).isEqualTo(NOW.plus(HOUR.multipliedBy(2)));
	}

	@Test
	void knowsNothingOfWhatWasNeverConnected() {
		UUID channel = this.rows.channel();
		UUID connected = this.rows.connected((Instant) null);
		round(NOW.plus(HOUR));
		assertThat(records(channel, connected)).containsOnlyKeys(connected);
		assertThat(Objects.requireNonNull(records(connected).get(connected)).knownSince()).isEqualTo(NOW);
	}

	@Test
	@DisplayName("two at once write nothing twice, and the database takes no second open gap")
	void writesNothingTwice() throws Exception {
		List<UUID> channels = IntStream.range(0, 50).mapToObj((one) -> this.rows.connected(NOW.plus(HOUR))).toList();
		Callable<Object> work = () -> {
			for (int time = 0; time < 10; time++) {
				round(NOW.plus(HOUR).plusSeconds(time));
				Tenancy.within(this.rows.organization, () -> this.gaps.keep(channels, NOW.plus(HOUR.multipliedBy(2))));
			}
			return "";
		};
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<Object> one : threads.invokeAll(List.of(work, work, work, work))) {
				one.get();
			}
		}
		assertThat(channels).allSatisfy((channel) -> assertThat(gaps(channel)).hasSize(1));
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.rows.run(
				"insert into data_gap (channel_id, organization_id, begins_at, state) values (?, ?, ?, 'EXPIRED')",
				channels.getFirst(), this.rows.organization, ConnectionRows.at(NOW)));
	}

	private void round(Instant moment) {
		this.gaps.closeAll(moment);
		this.gaps.openAll(moment);
	}

	private void login(String change, Instant at) {
		this.rows.run("update social_login set " + change + " where organization_id = ?", ConnectionRows.at(at),
				this.rows.organization);
	}

	private void connection(UUID channel, String change, Instant at) {
		this.rows.run("update connection set " + change + " where channel_id = ?", ConnectionRows.at(at), channel);
	}

	private DataGap only(UUID channel) {
		assertThat(gaps(channel)).hasSize(1);
		return gaps(channel).getFirst();
	}

	private List<DataGap> gaps(UUID channel) {
		@Nullable DeliveryRecord known = records(channel).get(channel);
		return Objects.requireNonNull(known).gaps();
	}

	private Map<UUID, DeliveryRecord> records(UUID... channels) {
		return Tenancy.within(this.rows.organization,
				() -> this.gaps.records(Set.of(channels), NOW.minus(Duration.ofDays(90))));
	}

}
