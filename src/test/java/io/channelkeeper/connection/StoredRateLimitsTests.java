package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.network.ApiName;
import io.channelkeeper.network.CallBudget;
import io.channelkeeper.network.CallReport;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.RateLimitBook;
import io.channelkeeper.support.Ids;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the networks say of their limits holds for every replica, so for a second book on
 * the same database too.
 */
@ApplicationTest
class StoredRateLimitsTests {

	private final ApiName api = new ApiName("limits/" + Ids.next().toString().replaceAll("[^a-f]", "x").substring(6));

	@Autowired
	private RateLimitBook book;

	@Autowired
	private JdbcClient jdbc;

	private Instant now = Instant.EPOCH;

	@BeforeEach
	void lookAtTheClock(@Autowired Clock clock) {
		this.now = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5);
	}

	@Test
	void waitsAsLongAsTheNetworkSays() {
		Instant until = this.now.plusSeconds(1140);
		note(new NetworkFault.RateLimited(until), null);
		assertThat(otherReplica().closedUntil(this.api)).contains(until);
	}

	@Test
	void waitsAWhileWhereTheNetworkSaysNothing() {
		note(new NetworkFault.RateLimited(null), null);
		assertThat(otherReplica().closedUntil(this.api)).contains(this.now.plus(Duration.ofMinutes(5)));
	}

	@Test
	void keepsTheRestOfALimitForPeople() {
		note(null, new CallBudget(89, null, null));
		assertThat(this.book.closedUntil(this.api)).isEmpty();
		note(null, new CallBudget(90, null, null));
		assertThat(otherReplica().closedUntil(this.api)).isPresent();
	}

	@Test
	void waitsForTheNextWindowWhenNothingIsLeft() {
		Instant renewed = this.now.plusSeconds(300);
		note(null, new CallBudget(null, 0L, renewed));
		assertThat(otherReplica().closedUntil(this.api)).contains(renewed);
	}

	@Test
	void neverWaitsShorterThanItWasTold() {
		note(new NetworkFault.RateLimited(this.now.plusSeconds(3600)), null);
		note(new NetworkFault.RateLimited(this.now.plusSeconds(60)), null);
		assertThat(this.book.closedUntil(this.api)).contains(this.now.plusSeconds(3600));
	}

	@Test
	void remembersTheLastGoodAnswerBesideATrouble() {
		note(null, null);
		note(new NetworkFault.Unavailable(), null);
		assertThat(this.jdbc.sql("select fault || ' ' || (sound_at is not null) from network_api where api = :api")
			.param("api", this.api.value())
			.query(String.class)
			.single()).isEqualTo("Unavailable true");
	}

	private void note(@Nullable NetworkFault fault, @Nullable CallBudget budget) {
		this.book.note(new CallReport(this.api, this.now, fault, budget, null));
	}

	private RateLimitBook otherReplica() {
		return new StoredRateLimits(this.jdbc, new NetworkCalls(), Clock.fixed(this.now, ZoneOffset.UTC));
	}

}
