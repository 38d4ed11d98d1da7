package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import practice.Fault;
import practice.facebook.FacebookLife;
import practice.google.GoogleLife;

import org.springframework.beans.factory.annotation.Autowired;

import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.ProcessRegister;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tokens stay alive, and what is dead is known to be dead, at the practice networks.
 */
class RenewalTests extends SignInScene {

	private static final ProviderId TIKTOK = new ProviderId("tiktok");

	private static final ProviderId GOOGLE = new ProviderId("google");

	private static final ProviderId FACEBOOK = new ProviderId("facebook");

	@Autowired
	LoginRounds rounds;

	@Autowired
	RenewalRows rows;

	@Autowired
	RenewalStore store;

	@Autowired
	RenewalRescue rescue;

	@Autowired
	KeptAnswers kept;

	@Autowired
	Renewals renewals;

	@Autowired
	SocialLogins logins;

	@Autowired
	ProcessRegister processes;

	@Autowired
	Clock clock;

	private final GoogleLife google = NETWORKS.life(GoogleLife.class);

	@BeforeEach
	void leaveTheClockOut() {
		this.jdbc.sql("delete from scheduled_tasks where task_name = 'logins'").update();
	}

	@Test
	@DisplayName("N-3: a token that works once is followed by the next, stored under a new version")
	void renewsWhatIsDue() throws InterruptedException {
		UUID channel = connectTikTok();
		assertThat((Instant) row().get("renew_at")).isBefore((Instant) row().get("access_expires_at"));
		due("renew_at");
		this.rounds.renew(TIKTOK);
		assertThat(row()).containsEntry("token_version", 2L)
			.containsEntry("renewing_by", null)
			.containsEntry("renewal_failures", 0);
		assertThat((Instant) row().get("renew_at")).isAfter(this.clock.instant());
		due("verify_at");
		this.rounds.verify(TIKTOK);
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(refreshes()).isEqualTo(1);
	}

	@Test
	@DisplayName("N-5: what passes by itself changes no state and is asked again later and later")
	void waitsOutWhatPasses() throws InterruptedException {
		UUID channel = connectTikTok();
		NETWORKS.faults().plan("tiktok", Fault.SERVER_ERROR, 0, "");
		for (int time = 1; time <= 3; time++) {
			due("renew_at");
			this.rounds.renew(TIKTOK);
			assertThat(row()).containsEntry("renewal_failures", time);
		}
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(row().get("no_answer_since")).isNotNull();
		assertThat((Instant) row().get("renew_at")).isAfter(this.clock.instant().plus(Duration.ofMinutes(3)));
		NETWORKS.faults().end();
		due("renew_at");
		this.rounds.renew(TIKTOK);
		assertThat(row()).containsEntry("no_answer_since", null).containsEntry("token_version", 2L);
	}

	@Test
	@DisplayName("N-3: a lost answer puts a token in doubt that works once, and it is not shown again")
	void doubtsWhatWasCutOff() throws InterruptedException {
		UUID channel = connectTikTok();
		NETWORKS.faults().plan("tiktok", Fault.TORN, 1, "token");
		due("renew_at");
		this.rounds.renew(TIKTOK);
		assertThat(row()).containsEntry("renew_at", null).containsEntry("token_version", 1L);
		assertThat(row().get("in_doubt_since")).isNotNull();
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.EXPIRING);
		assertThat(standing(channel).renewBy()).isEqualTo(row().get("access_expires_at"));
		assertThat(this.events.stream(LoginInDoubt.class)).hasSize(1);
		due("verify_at");
		this.rounds.verify(TIKTOK);
		assertThat(this.renewals.renewNow(login())).isEqualTo(Renewals.Outcome.LATER);
		assertThat(refreshes()).isEqualTo(1);
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.EXPIRING);
	}

	@Test
	@DisplayName("H-7: what is refused twice in two ways is invalid, with every channel of its login")
	void endsWhatIsDead() throws InterruptedException {
		UUID channel = connectGoogle();
		this.google.removeApp("ana");
		due("renew_at");
		this.rounds.renew(GOOGLE);
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.CONNECTED);
		this.rounds.verify(GOOGLE);
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.INVALID);
		assertThat(this.events.stream(ConnectionsBroken.class).flatMap((event) -> event.channelIds().stream()))
			.containsExactly(channel);
	}

	@Test
	@DisplayName("N-5: a refusal that is not repeated ends nothing")
	void believesNoSingleRefusal() throws InterruptedException {
		UUID channel = connectGoogle();
		this.google.expireTokens("ana");
		due("verify_at");
		this.rounds.verify(GOOGLE);
		assertThat(row().get("suspected_since")).isNotNull();
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.CONNECTED);
		due("verify_at");
		this.rounds.verify(GOOGLE);
		assertThat(row()).containsEntry("token_version", 2L);
		due("verify_at");
		this.rounds.verify(GOOGLE);
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(row()).containsEntry("suspected_since", null);
	}

	@Test
	@DisplayName("N-7: after a check the same token is taken again, and everything comes back by itself")
	void comesBackAfterACheck() throws InterruptedException {
		FacebookLife life = NETWORKS.facebook();
		UUID channel = channel("anakocht");
		connect(channel, "ana");
		life.check("ana");
		verifyTwice(FACEBOOK);
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.INVALID);
		assertThat(standing(channel).cause()).isEqualTo(Cause.SECURITY_CHECK);
		life.recover("ana");
		due("verify_at");
		this.rounds.verify(FACEBOOK);
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(this.events.stream(ConnectionsRestored.class)).hasSize(1);
	}

	@Test
	@DisplayName("a mark that a dead process left is taken off what may be asked twice")
	void asksAgainForTheDead() throws InterruptedException {
		UUID channel = connectGoogle();
		mark(Ids.next());
		this.rescue.round();
		assertThat(row().get("renewing_by")).isNotNull();
		this.rescue.round();
		assertThat(row()).containsEntry("renewing_by", null).containsEntry("in_doubt_since", null);
		this.rounds.renew(GOOGLE);
		assertThat(row()).containsEntry("token_version", 2L);
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.CONNECTED);
	}

	@Test
	@DisplayName("a token that works once is in doubt when its process died, until the answer turns up")
	void doubtsForTheDead() {
		UUID channel = connectTikTok();
		Grant answer = answer();
		mark(Ids.next());
		this.rescue.round();
		this.rescue.round();
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.EXPIRING);
		assertThat(this.events.stream(LoginInDoubt.class)).hasSize(1);
		this.kept.keep(asked(1), answer);
		this.store.takeUpKept();
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(row()).containsEntry("in_doubt_since", null).containsEntry("token_version", 2L);
	}

	@Test
	@DisplayName("an answer to older tokens replaces nothing")
	void dropsWhatIsOutOfDate() throws InterruptedException {
		connectTikTok();
		Grant late = answer();
		due("renew_at");
		this.rounds.renew(TIKTOK);
		byte[] before = (byte[]) row().get("access_token");
		assertThat(this.store.keep(asked(1), late)).isFalse();
		assertThat((byte[]) row().get("access_token")).isEqualTo(before);
	}

	@Test
	@DisplayName("N-3: whoever comes second waits, and uses what the first one got")
	void waitsForTheFirst() throws Exception {
		connectTikTok();
		UUID login = login();
		Grant answer = answer();
		mark(this.processes.id());
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<Renewals.Outcome> second = threads.submit(() -> this.renewals.renewNow(login));
			assertThatThrownBy(() -> second.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
			this.store.keep(asked(1), answer);
			assertThat(second.get(5, TimeUnit.SECONDS)).isEqualTo(Renewals.Outcome.RENEWED);
		}
		assertThat(refreshes()).isZero();
	}

	@Test
	@DisplayName("N-3: many at once present no token twice")
	void presentsNothingTwice() throws Exception {
		connectTikTok();
		UUID login = login();
		List<Callable<Renewals.Outcome>> many = Collections.nCopies(8, () -> this.renewals.renewNow(login));
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<Renewals.Outcome> outcome : threads.invokeAll(many)) {
				assertThat(outcome.get()).isEqualTo(Renewals.Outcome.RENEWED);
			}
		}
		assertThat(row()).containsEntry("token_version", 1 + refreshes()).containsEntry("in_doubt_since", null);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, -1 })
	@DisplayName("N-3: a clock set forward or back by a day presents nothing twice and calls nothing dead")
	void outlivesAWrongClock(int days) throws InterruptedException {
		UUID channel = connectTikTok();
		setTheClock(days);
		this.rounds.renew(TIKTOK);
		assertThat(row()).containsEntry("token_version", (days > 0) ? 2L : 1L).containsEntry("in_doubt_since", null);
		setTheClock(-days);
		this.rounds.renew(TIKTOK);
		verifyTwice(TIKTOK);
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(refreshes()).isEqualTo((days > 0) ? 1 : 0);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, -1 })
	@DisplayName("N-3: a clock set forward or back by a day hides no renewal that is under way or was left")
	void looksAfterRenewalsByAWrongClock(int days) throws InterruptedException {
		UUID channel = connectTikTok();
		Grant answer = answer();
		mark(this.processes.id());
		setTheClock(days);
		this.rescue.round();
		assertThat(this.store.keep(asked(1), answer)).isTrue();
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.CONNECTED);
		mark(Ids.next());
		setTheClock(days);
		this.rescue.round();
		this.rescue.round();
		assertThat(row().get("in_doubt_since")).isNotNull();
		assertThat(this.events.stream(LoginInDoubt.class)).hasSize(1);
		assertThat(refreshes()).isZero();
	}

	/** To move the clock on is to move everything back that the rows know of. */
	private void setTheClock(int days) {
		this.jdbc.sql("""
				update social_login set access_expires_at = access_expires_at - :days, renew_at = renew_at - :days,
					refresh_expires_at = refresh_expires_at - :days, deadline = deadline - :days,
					checked_at = checked_at - :days, verify_at = verify_at - :days,
					connected_at = connected_at - :days, renewing_since = renewing_since - :days
				where organization_id = :organization
				""".replace(":days", "make_interval(days => :days)"))
			.param("days", days)
			.param("organization", this.viewer.organizationId())
			.update();
	}

	private UUID connectTikTok() {
		return connect("tiktok", "anakocht", TIKTOK);
	}

	private UUID connectGoogle() {
		return connect("youtube", "anakocht", GOOGLE);
	}

	private UUID connect(String network, String handle, ProviderId provider) {
		UUID channel = this.testChannels.add(this.viewer, this.creator, TestChannels.address(network, handle));
		assertThat(this.browser.back(this.browser.consent(this.browser.leave(channel, provider), "ana")).diagnosis())
			.isNull();
		NETWORKS.books().forgetCalls();
		return channel;
	}

	private void verifyTwice(ProviderId provider) throws InterruptedException {
		for (int time = 0; time < 2; time++) {
			due("verify_at");
			this.rounds.verify(provider);
		}
	}

	private UUID login() {
		return (UUID) Objects.requireNonNull(row().get("id"));
	}

	private LoginRow.Asked asked(long version) {
		return new LoginRow.Asked(this.viewer.organizationId(), login(), TIKTOK, version);
	}

	/** What the login holds now, as if the network had just answered it. */
	private Grant answer() {
		return Objects.requireNonNull(within(() -> this.logins.open(this.logins.find(login()).orElseThrow())));
	}

	private void mark(UUID process) {
		this.jdbc.sql("update social_login set renewing_by = ?, renewing_since = checked_at where organization_id = ?")
			.params(process, this.viewer.organizationId())
			.update();
	}

	private void due(String column) {
		this.jdbc.sql("update social_login set " + column + " = connected_at where organization_id = ?")
			.param(this.viewer.organizationId())
			.update();
	}

	private long refreshes() {
		return NETWORKS.books()
			.calls()
			.stream()
			.filter((call) -> call.path().contains("token") && call.method().equals("POST"))
			.count();
	}

	private Map<String, @Nullable Object> row() {
		return this.jdbc.sql("select * from social_login where organization_id = ?")
			.param(this.viewer.organizationId())
			.query((result, number) -> {
				Map<String, @Nullable Object> row = new HashMap<>();
				for (String column : List.of("id", "token_version", "renewing_by", "renewal_failures",
						"access_token")) {
					row.put(column, result.getObject(column));
				}
				for (String column : List.of("renew_at", "access_expires_at", "no_answer_since", "in_doubt_since",
						"suspected_since")) {
					var moment = result.getTimestamp(column);
					row.put(column, (moment != null) ? moment.toInstant() : null);
				}
				return row;
			})
			.single();
	}

}
