package io.channelkeeper.connection;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import practice.facebook.FacebookLife;

import org.springframework.beans.factory.annotation.Autowired;

import io.channelkeeper.network.Cause;
import io.channelkeeper.network.ProviderId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What happens at the practice network stands in the ledger at once.
 */
class GapEventsTests extends SignInScene {

	private static final ProviderId FACEBOOK = new ProviderId("facebook");

	@Autowired
	LoginRounds rounds;

	@Autowired
	GapLedger ledger;

	private UUID channel;

	private UUID second;

	@BeforeEach
	void connect() {
		this.jdbc.sql("delete from scheduled_tasks where task_name in ('logins', 'data-gaps')").update();
		this.channel = channel("anakocht");
		this.second = channel("bistro_ana");
		connect(this.channel, "ana");
		connect(this.second, "ana");
	}

	@Test
	@DisplayName("B-9: breaks and recovers within seconds, and the gap stands for every channel of the login")
	void keepsTheShortestGap() throws InterruptedException {
		FacebookLife life = NETWORKS.facebook();
		life.check("ana");
		verify();
		verify();
		assertThat(gaps(this.channel)).singleElement().satisfies((gap) -> {
			assertThat(gap.isOpen()).isTrue();
			assertThat(gap.cause()).isEqualTo(Cause.SECURITY_CHECK);
			assertThat(gap.begins()).isEqualTo(standing(this.channel).since());
		});
		assertThat(within(() -> this.ledger.justBegun(Set.of(this.channel)))).hasSize(2);
		assertThat(count("notice where kind = 'INTERRUPTED' and organization_id")).isEqualTo(1);
		life.recover("ana");
		verify();
		for (UUID one : List.of(this.channel, this.second)) {
			assertThat(gaps(one)).singleElement().satisfies((gap) -> assertThat(gap.ends()).isAfter(gap.begins()));
		}
		assertThat(within(() -> this.ledger.justEnded(Set.of(this.channel)))).hasSize(2);
		assertThat(within(() -> this.ledger.justBegun(Set.of(this.channel)))).isEmpty();
		assertThat(count("notice where kind = 'RESTORED' and organization_id")).isEqualTo(1);
		this.ledger.round();
		assertThat(gaps(this.channel)).hasSize(1);
	}

	@Test
	@DisplayName("B-9, H-7: disconnected and connected again, at the moments that are shown")
	void followsDisconnectAndReconnect() {
		within(() -> this.connections.disconnect(this.viewer, this.channel));
		assertThat(gaps(this.channel)).singleElement().satisfies((gap) -> {
			assertThat(gap.state()).isEqualTo(ConnectionState.DISCONNECTED);
			assertThat(gap.begins()).isEqualTo(standing(this.channel).since());
		});
		assertThat(gaps(this.second)).isEmpty();
		connect(this.channel, "ana");
		assertThat(gaps(this.channel)).singleElement()
			.satisfies((gap) -> assertThat(gap.ends()).isEqualTo(standing(this.channel).connectedAt()));
		assertThat(Objects.requireNonNull(record(this.channel)).knownSince())
			.isBefore(standing(this.channel).connectedAt());
	}

	@Test
	@DisplayName("H-7: one sign-in ends the gap of every channel that it brings back")
	void endsTheGapsOfNeighbours() throws InterruptedException {
		NETWORKS.facebook().removeApp("ana");
		verify();
		verify();
		assertThat(gaps(this.second)).hasSize(1);
		connect(this.channel, "ana");
		assertThat(gaps(this.second)).singleElement().satisfies((gap) -> assertThat(gap.isOpen()).isFalse());
	}

	private void verify() throws InterruptedException {
		this.jdbc.sql("update social_login set verify_at = connected_at where organization_id = ?")
			.param(this.viewer.organizationId())
			.update();
		this.rounds.verify(FACEBOOK);
	}

	private List<DataGap> gaps(UUID one) {
		return record(one).gaps();
	}

	private DeliveryRecord record(UUID one) {
		return Objects.requireNonNull(
				within(() -> this.ledger.records(Set.of(one), ConnectionRows.NOW.minusSeconds(86400))).get(one));
	}

}
