package io.channelkeeper.connection;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

import io.channelkeeper.TestEnvironment;
import io.channelkeeper.connection.AnswerServer.Reply;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.network.DeadlineSource;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.TokenValue;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * N-5: whatever a network answers to a renewal or to a check, no token is damaged, and
 * nothing that passes by itself ends a connection.
 */
@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = { TestEnvironment.class, AnswerCorpusTests.Settings.class })
@DirtiesContext
class AnswerCorpusTests {

	private static final AnswerServer SERVER = new AnswerServer();

	/** What the settings allow, and a little to compute. */
	private static final Duration LONGEST = Duration.ofSeconds(3);

	private static final AtomicInteger COUNTER = new AtomicInteger();

	private static final Map<String, Map<String, String>> TABLE = new LinkedHashMap<>();

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	LoginRounds rounds;

	@Autowired
	Renewals renewals;

	@Autowired
	Verification verification;

	@Autowired
	SocialLogins logins;

	@Autowired
	ConnectionService connections;

	@Autowired
	Clock clock;

	private Viewer viewer;

	private UUID creator;

	@BeforeEach
	void begin() {
		this.jdbc.sql("delete from scheduled_tasks where task_name = 'logins'").update();
		this.jdbc.sql("update network_api set closed_until = null").update();
		this.viewer = this.organizations.make("Corpus");
		this.creator = this.creators.ana(this.viewer);
	}

	@AfterAll
	static void printTheTable() throws Exception {
		SERVER.close();
		List<String> columns = TABLE.values().stream().flatMap((row) -> row.keySet().stream()).distinct().toList();
		StringBuilder table = new StringBuilder("\n%-34s".formatted("Answer"));
		columns.forEach((column) -> table.append("%-20s".formatted(column)));
		TABLE.forEach((name, row) -> {
			table.append("\n%-34s".formatted(name));
			columns.forEach((column) -> table.append("%-20s".formatted(row.getOrDefault(column, "-"))));
		});
		System.out.println(table + "\n%d answers".formatted(TABLE.size()));
	}

	@Test
	@DisplayName("N-5: no answer damages a token or ends what goes on")
	void standsEveryAnswer() throws Exception {
		List<AnswerCorpus.Case> any = AnswerCorpus.all();
		List<AnswerCorpus.Case> tokens = Stream.concat(any.stream(), AnswerCorpus.ofTokens().stream()).toList();
		assertThat(tokens).hasSizeGreaterThanOrEqualTo(60);
		tokens.forEach((one) -> TABLE.put(one.name(), new ConcurrentHashMap<>()));
		List<Callable<List<String>>> runs = new ArrayList<>();
		for (Side side : Side.values()) {
			runs.add(() -> run(side, "renew", tokens));
			runs.add(() -> run(side, "check", any));
		}
		List<String> wrong = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<List<String>> run : threads.invokeAll(runs)) {
				wrong.addAll(run.get());
			}
		}
		assertThat(wrong).isEmpty();
	}

	@Test
	@DisplayName("N-5: nor does one that nobody takes")
	void standsSilence() throws Exception {
		List<String> wrong = new ArrayList<>();
		AnswerCorpus.Case none = new AnswerCorpus.Case("connection refused", (id, body) -> Reply.of(200, new byte[0]),
				false);
		AnswerCorpus.Case slow = new AnswerCorpus.Case("silent while connecting", none.reply(), false);
		try {
			SERVER.refuse();
			wrong.addAll(everywhere(none));
			SERVER.ignore();
			wrong.addAll(everywhere(slow));
		}
		finally {
			SERVER.open();
		}
		assertThat(wrong).isEmpty();
		assertThat(TABLE.get("silent while connecting")).containsEntry("tiktok renew", "LATER");
	}

	@Test
	@DisplayName("issue 4 point 1: one provider that hangs holds up none of the others")
	void worksOnWhileOneHangs() throws Exception {
		SERVER.reply(Side.TIKTOK.renewal, Reply.stalled(new byte[0], 0));
		SERVER.reply(Side.GOOGLE.renewal, Reply.of(200, Side.GOOGLE.token("any").getBytes(StandardCharsets.UTF_8)));
		for (int login = 0; login < 12; login++) {
			due(login(Side.TIKTOK, "hangs" + login));
			due(login(Side.GOOGLE, "goes" + login));
		}
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<?> hanging = threads.submit(() -> this.rounds.round(Side.TIKTOK.provider));
			Instant before = Instant.now();
			this.rounds.renew(Side.GOOGLE.provider);
			assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(2));
			assertThat(hanging.isDone()).isFalse();
			assertThat(this.jdbc.sql(
					"select count(*) from social_login where organization_id = ? and provider = 'google' and token_version = 2")
				.param(this.viewer.organizationId())
				.query(Long.class)
				.single()).isEqualTo(12);
			hanging.cancel(true);
		}
	}

	private List<String> everywhere(AnswerCorpus.Case one) {
		TABLE.put(one.name(), new ConcurrentHashMap<>());
		List<String> wrong = new ArrayList<>();
		for (Side side : Side.values()) {
			wrong.addAll(run(side, "renew", List.of(one)));
			wrong.addAll(run(side, "check", List.of(one)));
		}
		return wrong;
	}

	private List<String> run(Side side, String call, List<AnswerCorpus.Case> cases) {
		List<String> wrong = new ArrayList<>();
		for (AnswerCorpus.Case one : cases) {
			String id = call + COUNTER.incrementAndGet();
			UUID login = login(side, id);
			boolean renewing = call.equals("renew");
			SERVER.reply(renewing ? side.renewal : side.check,
					one.reply().apply(id, renewing ? side.token(id) : side.profile(id)));
			Instant before = Instant.now();
			String outcome = renewing ? renew(login) : check(side, login);
			Duration took = Duration.between(before, Instant.now());
			row(one).put(side + " " + call, outcome);
			String what = "%s, %s %s: %s after %s".formatted(one.name(), side, call, outcome, took);
			if (took.compareTo(LONGEST) > 0) {
				wrong.add(what + ": too long");
			}
			judge(side, renewing && one.good(), login, id).forEach((fault) -> wrong.add(what + ": " + fault));
		}
		return wrong;
	}

	private static Map<String, String> row(AnswerCorpus.Case one) {
		return Objects.requireNonNull(TABLE.get(one.name()));
	}

	private String renew(UUID login) {
		try {
			return this.renewals.renewNow(login).name();
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	private String check(Side side, UUID login) {
		this.jdbc.sql("update social_login set verify_at = null where provider = ?")
			.param(side.provider.value())
			.update();
		this.jdbc.sql("update social_login set verify_at = connected_at where id = ?").param(login).update();
		List<Verification.Due> due = this.verification.take(side.provider, 1);
		try {
			this.verification.verify(due.getFirst());
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
		return this.jdbc
			.sql("""
					select case when suspected_since is not null then 'SUSPECTED' when no_answer_since is not null then 'LATER'
						else 'WORKS' end from social_login where id = ?""")
			.param(login)
			.query(String.class)
			.single();
	}

	/** What must not be, whatever was answered. */
	private List<String> judge(Side side, boolean good, UUID login, String id) {
		List<String> faults = new ArrayList<>();
		Grant kept = Tenancy.within(this.viewer.organizationId(),
				() -> this.logins.open(this.logins.find(login).orElseThrow()));
		if (kept == null || !kept.access().equals(new TokenValue(good ? "new-" + id : "old-" + id))) {
			faults.add("the access token is " + (good ? "not the new one" : "damaged"));
		}
		boolean refreshed = kept != null && side != Side.INSTAGRAM && (kept.refresh() == null
				|| !Set.of(new TokenValue("again-" + id), new TokenValue("refresh-" + id)).contains(kept.refresh()));
		if (refreshed) {
			faults.add("the refresh token is damaged");
		}
		if (kept != null && !kept.scopes().equals(side.scopes)) {
			faults.add("the permissions are " + kept.scopes());
		}
		if (kept != null && kept.accessExpiresAt() != null && !kept.accessExpiresAt().isAfter(this.clock.instant())) {
			faults.add("it ended at " + kept.accessExpiresAt());
		}
		ConnectionState state = Tenancy
			.within(this.viewer.organizationId(), () -> this.connections.standing(channel(login)))
			.state();
		if (state != ConnectionState.CONNECTED && state != ConnectionState.EXPIRING) {
			faults.add("the channel is " + state);
		}
		return faults;
	}

	private UUID channel(UUID login) {
		return this.jdbc.sql("select channel_id from connection where login_id = ?")
			.param(login)
			.query(UUID.class)
			.single();
	}

	private void due(UUID login) {
		this.jdbc.sql("update social_login set renew_at = connected_at where id = ?").param(login).update();
	}

	private UUID login(Side side, String id) {
		Instant now = this.clock.instant();
		UUID organization = this.viewer.organizationId();
		OffsetDateTime moment = now.atOffset(ZoneOffset.UTC);
		TokenValue refresh = (side != Side.INSTAGRAM) ? new TokenValue("refresh-" + id) : null;
		Grant grant = new Grant(id, "Ana", new TokenValue("old-" + id), now.plusSeconds(3600), refresh,
				(refresh != null) ? now.plus(Duration.ofDays(180)) : null, side.scopes, null, DeadlineSource.NONE);
		UUID login = Tenancy
			.within(organization, () -> this.logins.keep(side.provider, grant, new SignedInBy(null, this.creator), now))
			.id();
		UUID channel = Ids.next();
		this.jdbc
			.sql("""
					insert into channel (id, version, organization_id, creator_id, network, handle, handle_key, external_id, added_at)
					values (?, 0, ?, ?, ?, ?, ?, ?, ?)""")
			.params(channel, organization, this.creator, side.network.value(), id, id, id, moment)
			.update();
		this.jdbc.sql("""
				insert into connection (channel_id, version, organization_id, login_id, granted, missing, connected_at,
					connected_by_member) values (?, 0, ?, ?, '{}', '{}', ?, ?)""")
			.params(channel, organization, login, moment, this.viewer.memberId())
			.update();
		return login;
	}

	/** A provider of each way to renew. */
	@SuppressWarnings("ImmutableEnumChecker")
	private enum Side {

		TIKTOK("tiktok", "tiktok", "/tiktok/token", "/tiktok/api/v2/user/info/",
				"user.info.basic,user.info.profile,user.info.stats"),
		INSTAGRAM("instagram", "instagram", "/instagram/refresh_access_token", "/instagram/me",
				"instagram_business_basic,instagram_business_manage_insights"),
		GOOGLE("google", "youtube", "/google/token", "/google/api/channels",
				"https://www.googleapis.com/auth/youtube.readonly,https://www.googleapis.com/auth/yt-analytics.readonly");

		private final ProviderId provider;

		private final NetworkId network;

		private final String renewal;

		private final String check;

		private final Set<String> scopes;

		Side(String provider, String network, String renewal, String check, String scopes) {
			this.provider = new ProviderId(provider);
			this.network = new NetworkId(network);
			this.renewal = renewal;
			this.check = check;
			this.scopes = Set.of(scopes.split(",", -1));
		}

		/** What a renewal should be answered. */
		String token(String id) {
			String tokens = "{\"access_token\":\"new-%s\",\"expires_in\":7200,".formatted(id);
			return switch (this) {
				case TIKTOK -> tokens
						+ "\"refresh_token\":\"again-%s\",\"refresh_expires_in\":15552000,\"scope\":\"%s\",\"open_id\":\"%s\"}"
							.formatted(id, String.join(",", this.scopes), id);
				case INSTAGRAM -> tokens + "\"permissions\":\"%s\"}".formatted(String.join(",", this.scopes));
				case GOOGLE ->
					tokens + "\"scope\":\"%s\",\"token_type\":\"Bearer\"}".formatted(String.join(" ", this.scopes));
			};
		}

		/** What a check should be answered. */
		String profile(String id) {
			return switch (this) {
				case TIKTOK ->
					"{\"data\":{\"user\":{\"open_id\":\"%s\",\"username\":\"ana\",\"display_name\":\"Ana\"}},\"error\":{\"code\":\"ok\"}}"
						.formatted(id);
				case INSTAGRAM -> "{\"id\":\"1\",\"user_id\":\"%s\",\"username\":\"ana\",\"account_type\":\"BUSINESS\"}"
					.formatted(id);
				case GOOGLE ->
					"{\"items\":[{\"id\":\"%s\",\"snippet\":{\"title\":\"Ana\"},\"status\":{\"privacyStatus\":\"public\"}}]}"
						.formatted(id);
			};
		}

		@Override
		public String toString() {
			return this.provider.value();
		}

	}

	/** Everything points at the server, and patience is short. */
	static class Settings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			Map<String, Object> settings = new HashMap<>();
			String address = SERVER.address();
			settings.put("spring.security.oauth2.client.provider.tiktok.token-uri", address + "/tiktok/token");
			settings.put("channelkeeper.network.tiktok.api-url", address + "/tiktok/api");
			settings.put("channelkeeper.network.instagram.api-url", address + "/instagram");
			settings.put("spring.security.oauth2.client.provider.google.token-uri", address + "/google/token");
			settings.put("channelkeeper.network.youtube.api-url", address + "/google/api");
			settings.put("channelkeeper.network.connect-within", "500ms");
			settings.put("channelkeeper.network.answer-within", "1s");
			settings.put("channelkeeper.network.refresh-within", "2s");
			settings.put("channelkeeper.connection.concurrency", "4");
			context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("corpus", settings));
		}

	}

}
