package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import practice.Fault;
import practice.tiktok.TikTokLife;

import org.springframework.beans.factory.annotation.Autowired;

import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.network.DeadlineSource;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.TokenValue;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * B-6: access goes back at the network however long that takes, and is erased here at
 * once either way.
 */
class GivingBackTests extends SignInScene {

	private static final ProviderId TIKTOK = new ProviderId("tiktok");

	@Autowired
	ConnectionUpkeep upkeep;

	@Autowired
	AccessReturns returns;

	@Autowired
	Clock clock;

	@Test
	@DisplayName("N-3: tokens that a refresh brought to give them back are not lost when that fails")
	void losesNoTokenOnTheWay() {
		UUID channel = this.testChannels.add(this.viewer, this.creator, TestChannels.address("tiktok", "anakocht"));
		assertThat(this.browser.back(this.browser.consent(this.browser.leave(channel, TIKTOK), "ana")).diagnosis())
			.isNull();
		NETWORKS.books().forgetCalls();
		this.jdbc.sql("update social_login set access_expires_at = connected_at where organization_id = ?")
			.param(this.viewer.organizationId())
			.update();
		NETWORKS.faults().plan("tiktok", Fault.SERVER_ERROR, 0, "revoke");
		within(() -> this.connections.disconnect(this.viewer, channel));
		assertThat(count("social_login where access_token is not null and organization_id")).isZero();
		assertThat(refreshes()).isZero();
		becomeDue();
		this.upkeep.round();
		assertThat(refreshes()).isEqualTo(1);
		assertThat(count("access_return")).isEqualTo(1);
		NETWORKS.faults().end();
		becomeDue();
		this.upkeep.round();
		assertThat(refreshes()).isEqualTo(1);
		assertThat(count("access_return")).isZero();
		assertThat(NETWORKS.life(TikTokLife.class).hasApp("ana")).isFalse();
	}

	@Test
	@DisplayName("issue 4 point 9: tried again for days, less and less often, and given up aloud")
	void triesForDaysAndSaysWhenItGivesUp() {
		UUID channel = channel("anakocht");
		connect(channel, "ana");
		NETWORKS.faults().plan("facebook", Fault.SERVER_ERROR, 0, "/permissions");
		within(() -> this.connections.disconnect(this.viewer, channel));
		assertThat(count("social_login where access_token is not null and organization_id")).isZero();
		Duration before = pause();
		for (int trial = 0; trial < 3; trial++) {
			becomeDue();
			this.upkeep.round();
			assertThat(pause()).isGreaterThan(before.plusMinutes(5));
			before = pause();
		}
		this.jdbc.sql("update access_return set created_at = ?")
			.param(this.clock.instant().minus(Duration.ofDays(6)).atOffset(ZoneOffset.UTC))
			.update();
		becomeDue();
		this.upkeep.round();
		assertThat(count("access_return")).isEqualTo(1);
		assertThat(notices()).isEmpty();
		this.jdbc.sql("update access_return set created_at = ?")
			.param(this.clock.instant().minus(Duration.ofDays(8)).atOffset(ZoneOffset.UTC))
			.update();
		becomeDue();
		this.upkeep.round();
		assertThat(count("access_return")).isZero();
		assertThat(notices()).containsExactly("warning.access-kept");
	}

	@Test
	@DisplayName("issue 4 point 9: one click asks about a few logins, the rest follows by itself")
	void asksOnlyALittleWithinAClick() {
		for (int person = 0; person < 7; person++) {
			Grant grant = new Grant("nobody" + person, null, new TokenValue("unknown" + person), null, null, null,
					Set.of(), null, DeadlineSource.NONE);
			within(() -> this.returns.add(new ProviderId("facebook"), grant));
		}
		within(this.returns::giveBackNew);
		assertThat(count("access_return")).isEqualTo(4);
		this.upkeep.round();
		assertThat(count("access_return")).isZero();
	}

	private Duration pause() {
		Instant due = this.jdbc.sql("select due_at from access_return where organization_id = ?")
			.param(this.viewer.organizationId())
			.query((row, number) -> row.getTimestamp("due_at").toInstant())
			.single();
		return Duration.between(this.clock.instant(), due);
	}

	private List<String> notices() {
		return this.jdbc.sql("select message_key from notice where organization_id = ?")
			.param(this.viewer.organizationId())
			.query((row, number) -> row.getString(1))
			.list();
	}

	private void becomeDue() {
		this.jdbc.sql("update access_return set due_at = created_at").update();
	}

	private static long refreshes() {
		return NETWORKS.books()
			.calls()
			.stream()
			.filter((call) -> call.path().contains("token") && call.method().equals("POST"))
			.count();
	}

}
