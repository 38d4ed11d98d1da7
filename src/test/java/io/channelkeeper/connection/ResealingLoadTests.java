package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import io.channelkeeper.support.Ids;
import io.channelkeeper.support.KeysetFile;
import io.channelkeeper.support.SealedPlace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * Tokens are sealed with a new key while pages are read and a login is renewed again and
 * again (B-18).
 */
class ResealingLoadTests extends KeysetScene {

	private final AtomicBoolean ended = new AtomicBoolean();

	@Autowired
	Clock clock;

	@Test
	@DisplayName("B-18: sealing anew disturbs neither pages nor renewals")
	void disturbsNeitherPagesNorRenewals() throws Exception {
		seal(2_000);
	}

	@Test
	@Tag("benchmarks")
	@DisplayName("issue 4: 100,000 tokens are sealed anew within a minute while pages and renewals go on")
	void sealsAHundredThousandTokensAnew() throws Exception {
		assertThat(seal(100_000)).isLessThan(Duration.ofMinutes(1));
	}

	private Duration seal(int tokens) throws Exception {
		UUID channel = connected();
		operator();
		fill(tokens / 2);
		int next = new KeysetFile(FILE.toString()).rotate().newest();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<Integer> pages = threads.submit(again(() -> page(get("/portfolio"), this.viewer)));
			Future<Integer> looks = threads.submit(again(() -> page(get("/admin/networks"), this.viewer)));
			Future<Integer> renewals = threads.submit(again(this::renew));
			Duration took = sealAnew();
			this.ended.set(true);
			System.out.printf("%,d tokens sealed anew in %.1f s, meanwhile %d pages and %d renewals%n", tokens,
					took.toMillis() / 1000.0, pages.get() + looks.get(), renewals.get());
			assertThat(value("token_version", Long.class)).isEqualTo(1L + renewals.get());
			assertThat(standing(channel).state()).isEqualTo(ConnectionState.CONNECTED);
			assertThat(sealedWith(next)).isEqualTo(tokens + 2L);
			assertThat(readable()).isEqualTo(tokens / 2 + 1L);
			return took;
		}
		finally {
			this.ended.set(true);
			empty();
		}
	}

	/** Whoever looks at every row afterwards need not look at these. */
	private void empty() {
		this.jdbc.sql("""
				delete from social_login l where organization_id = ?
					and not exists (select 1 from connection where login_id = l.id)
				""").param(this.viewer.organizationId()).update();
	}

	private Duration sealAnew() {
		long begin = System.nanoTime();
		this.watch.round();
		do {
			this.resealing.round();
		}
		while (!this.resealing.share().finished());
		return Duration.ofNanos(System.nanoTime() - begin);
	}

	private Callable<Integer> again(Callable<?> work) {
		return () -> {
			int times = 0;
			do {
				work.call();
				times++;
			}
			while (!this.ended.get());
			return times;
		};
	}

	/** One renewal, which has to succeed. */
	private Void renew() throws InterruptedException {
		long before = value("token_version", Long.class);
		due("renew_at");
		this.rounds.renew(TIKTOK);
		assertThat(value("token_version", Long.class)).isEqualTo(before + 1);
		return null;
	}

	private void fill(int logins) {
		for (int done = 0; done < logins; done += 1_000) {
			List<UUID> ids = new ArrayList<>();
			List<byte[]> access = new ArrayList<>();
			List<byte[]> refresh = new ArrayList<>();
			for (int number = 0; number < 1_000; number++) {
				UUID id = Ids.next();
				ids.add(id);
				access.add(this.sealer.seal("act.".repeat(20) + id, place(id, "access_token")));
				refresh.add(this.sealer.seal("rft.".repeat(20) + id, place(id, "refresh_token")));
			}
			this.jdbc
				.sql("""
						insert into social_login (id, version, organization_id, provider, external_user_id, scopes, access_token,
							refresh_token, deadline_source, connected_at)
						select n.id, 0, :organization, 'tiktok', n.id, '{}', n.access, n.refresh, 'NONE', :now
						from unnest(:ids, :access, :refresh) as n (id, access, refresh)
						""")
				.param("organization", this.viewer.organizationId())
				.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
				.param("ids", ids.toArray(UUID[]::new))
				.param("access", access.toArray(byte[][]::new))
				.param("refresh", refresh.toArray(byte[][]::new))
				.update();
		}
	}

	private long sealedWith(int key) {
		return this.jdbc.sql("""
				select count(*) from social_login, unnest(array[access_token, refresh_token]) as token
				where organization_id = ? and encode(substring(token from 1 for 5), 'hex') = ?
				""").params(this.viewer.organizationId(), "01%08x".formatted(key)).query(Long.class).single();
	}

	/** How many logins have both their tokens. */
	private long readable() {
		return this.jdbc.sql("select id, access_token, refresh_token from social_login where organization_id = ?")
			.param(this.viewer.organizationId())
			.query((row, number) -> {
				UUID id = row.getObject("id", UUID.class);
				return this.sealer.open(row.getBytes("access_token"), place(id, "access_token"))
						+ this.sealer.open(row.getBytes("refresh_token"), place(id, "refresh_token"));
			})
			.list()
			.stream()
			.filter((both) -> both.length() > 20)
			.count();
	}

	private SealedPlace place(UUID login, String column) {
		return new SealedPlace(this.viewer.organizationId(), login, "social_login." + column);
	}

}
