package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import practice.tiktok.TikTokLife;

import org.springframework.beans.factory.annotation.Autowired;

import io.channelkeeper.channel.Ineligibility;
import io.channelkeeper.channel.TestChannels;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every state of a channel's connection is reached by what happens, and left again
 * (design: words).
 */
class StatesTests extends KeysetScene {

	@Autowired
	Clock clock;

	private final List<ConnectionState> seen = new ArrayList<>();

	private UUID channel;

	@BeforeEach
	void addChannel() {
		this.channel = this.testChannels.add(this.viewer, this.creator, TestChannels.address("tiktok", "anakocht"));
	}

	@Test
	@DisplayName("design 1: every state is reached and left")
	void reachesAndLeavesEveryState() throws Exception {
		expect(ConnectionState.NOT_CONNECTED);
		within(() -> this.channels.markIneligible(this.channel, Ineligibility.Reason.PERSONAL,
				Ineligibility.Source.MEMBER, this.viewer));
		expect(ConnectionState.NOT_ELIGIBLE);
		within(() -> this.channels.clearIneligible(this.viewer, this.channel));
		expect(ConnectionState.NOT_CONNECTED);
		within(() -> this.connections.asked(this.channel, this.clock.instant().plus(Duration.ofDays(3))));
		expect(ConnectionState.INVITED);
		signIn();
		endIn(Duration.ofDays(5));
		expect(ConnectionState.EXPIRING);
		signIn();
		endIn(Duration.ZERO);
		expect(ConnectionState.EXPIRED);
		signIn();
		NETWORKS.life(TikTokLife.class).removeApp("ana");
		look();
		expect(ConnectionState.CONNECTED);
		look();
		expect(ConnectionState.INVALID);
		signIn();
		assertThat(this.watch.settle(Set.of(7))).isTrue();
		expect(ConnectionState.UNREADABLE);
		assertThat(this.watch.settle(this.keys.standing().anywhere())).isTrue();
		expect(ConnectionState.CONNECTED);
		within(() -> this.connections.disconnect(this.viewer, this.channel));
		expect(ConnectionState.DISCONNECTED);
		signIn();
		assertThat(this.seen.subList(0, this.seen.size() - 1)).contains(ConnectionState.values());
	}

	private void expect(ConnectionState state) {
		assertThat(standing(this.channel).state()).isEqualTo(state);
		this.seen.add(state);
	}

	private void signIn() {
		assertThat(this.browser.back(this.browser.consent(this.browser.leave(this.channel, TIKTOK), "ana")).diagnosis())
			.isNull();
		expect(ConnectionState.CONNECTED);
	}

	private void endIn(Duration time) {
		Instant end = this.clock.instant().plus(time);
		this.jdbc.sql("update social_login set deadline = ?, deadline_source = 'REPORTED' where id = ?")
			.params(end.atOffset(ZoneOffset.UTC), login())
			.update();
	}

	private void look() throws InterruptedException {
		due("verify_at");
		this.rounds.verify(TIKTOK);
	}

}
