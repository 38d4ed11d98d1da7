package io.channelkeeper.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.network.DeadlineSource;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.TokenValue;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.Tenancy;
import io.channelkeeper.support.UnreadableSecretException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is kept when the same person signs in again.
 */
@ApplicationTest
class SocialLoginsTests {

	private static final ProviderId PROVIDER = new ProviderId("google");

	private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

	private static final Instant HOUR = NOW.plus(Duration.ofHours(1));

	@Autowired
	TestOrganizations organizations;

	@Autowired
	SocialLogins logins;

	@Autowired
	TransactionTemplate transactions;

	@Autowired
	JdbcClient jdbc;

	private Viewer viewer;

	private String user;

	@BeforeEach
	void makeOrganization() {
		this.viewer = this.organizations.make("Bistro");
		this.user = Ids.next().toString();
	}

	@Test
	@DisplayName("N-2: a refresh token that the answer leaves out goes on, and with it its deadline")
	void keepsTheRefreshTokenThatIsLeftOut() {
		keep(grant("a1", "r1", null), NOW);
		Grant kept = keep(grant("a2", null, HOUR), NOW.plusSeconds(60));
		assertThat(kept.access()).isEqualTo(new TokenValue("a2"));
		assertThat(kept.refresh()).isEqualTo(new TokenValue("r1"));
		assertThat(kept.deadline()).isNull();
		assertThat(kept.deadlineSource()).isEqualTo(DeadlineSource.NONE);
	}

	@Test
	void keepsTheLaterDeadline() {
		keep(grant("a1", "r1", NOW.plus(Duration.ofMinutes(30))), NOW);
		assertThat(keep(grant("a2", null, HOUR), NOW.plusSeconds(60)).deadline()).isEqualTo(HOUR);
	}

	@Test
	void takesTheNewRefreshToken() {
		keep(grant("a1", "r1", null), NOW);
		assertThat(keep(grant("a2", "r2", HOUR), NOW)).satisfies((kept) -> {
			assertThat(kept.refresh()).isEqualTo(new TokenValue("r2"));
			assertThat(kept.deadline()).isEqualTo(HOUR);
		});
	}

	@Test
	void keepsNoRefreshTokenOfADeadLogin() {
		keep(grant("a1", "r1", NOW.plusSeconds(10)), NOW);
		assertThat(keep(grant("a2", null, HOUR), NOW.plusSeconds(60))).satisfies((kept) -> {
			assertThat(kept.refresh()).isNull();
			assertThat(kept.deadline()).isEqualTo(HOUR);
		});
	}

	@Test
	@DisplayName("issue 4: what is swapped between rows or columns in the database is never opened")
	void opensNothingThatWasSwapped() {
		List<Kept> rows = new ArrayList<>();
		for (int number = 0; number < 20; number++) {
			if (number == 10) {
				makeOrganization();
			}
			this.user = "person" + number;
			rows.add(new Kept(this.viewer.organizationId(), keepOnly(grant("a" + number, "r" + number, null), NOW)));
		}
		Random random = new Random(11);
		List<String> columns = List.of("access_token", "refresh_token");
		int refused = 0;
		while (refused < 1_000) {
			Kept from = rows.get(random.nextInt(rows.size()));
			Kept to = rows.get(random.nextInt(rows.size()));
			String taken = columns.get(random.nextInt(2));
			String replaced = columns.get(random.nextInt(2));
			if (!from.equals(to) || !taken.equals(replaced)) {
				byte[] before = column(to, replaced);
				put(to, replaced, column(from, taken));
				assertThatExceptionOfType(UnreadableSecretException.class).isThrownBy(() -> open(to));
				put(to, replaced, before);
				refused++;
			}
		}
		assertThat(rows).allSatisfy((row) -> assertThat(open(row).access().value()).startsWith("a"));
	}

	private byte[] column(Kept row, String column) {
		return this.jdbc.sql("select " + column + " from social_login where id = ?")
			.param(row.id())
			.query(byte[].class)
			.single();
	}

	private void put(Kept row, String column, byte[] value) {
		this.jdbc.sql("update social_login set " + column + " = ? where id = ?").params(value, row.id()).update();
	}

	private Grant open(Kept row) {
		return Objects.requireNonNull(
				Tenancy.within(row.organization(), () -> this.logins.open(this.logins.find(row.id()).orElseThrow())));
	}

	private Grant keep(Grant grant, Instant now) {
		return open(new Kept(this.viewer.organizationId(), keepOnly(grant, now)));
	}

	private UUID keepOnly(Grant grant, Instant now) {
		return Objects.requireNonNull(Tenancy.within(this.viewer.organizationId(),
				() -> this.transactions.execute((transaction) -> this.logins
					.keep(PROVIDER, grant, new SignedInBy(this.viewer.memberId(), Ids.next()), now)
					.id())));
	}

	private Grant grant(String access, @Nullable String refresh, @Nullable Instant deadline) {
		return new Grant(this.user, null, new TokenValue(access), HOUR,
				(refresh != null) ? new TokenValue(refresh) : null, null, Set.of("a"), deadline,
				(deadline != null) ? DeadlineSource.REPORTED : DeadlineSource.NONE);
	}

	private record Kept(UUID organization, UUID id) {
	}

}
