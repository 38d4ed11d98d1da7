package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import io.channelkeeper.network.DeadlineSource;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.TokenValue;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.ProcessRegister;
import io.channelkeeper.support.Tenancy;

/**
 * Many channels whose pictures are due: connected ones with a login each, public ones
 * without, private ones, and ones that their network shows to no stranger.
 */
public final class PictureBench {

	private static final int ORGANIZATIONS = 20;

	/** Logins in one transaction. */
	private static final int BATCH = 10;

	private static final long LIFE = 15_552_000;

	private static final Set<String> SCOPES = Set.of("user.info.basic", "user.info.profile", "user.info.stats",
			"instagram_business_basic");

	private static final Map<String, ProviderId> CONNECTED = Map.of("tiktok", new ProviderId("tiktok"), "instagram",
			new ProviderId("instagram"));

	private final JdbcClient jdbc;

	private final SocialLogins logins;

	private final TransactionTemplate transactions;

	private final ProcessRegister processes;

	private final Clock clock;

	private final List<UUID> organizations = IntStream.range(0, ORGANIZATIONS)
		.mapToObj((number) -> Ids.next())
		.toList();

	public PictureBench(ApplicationContext context) {
		this.jdbc = context.getBean(JdbcClient.class);
		this.logins = context.getBean(SocialLogins.class);
		this.transactions = context.getBean(TransactionTemplate.class);
		this.processes = context.getBean(ProcessRegister.class);
		this.clock = context.getBean(Clock.class);
		for (UUID organization : this.organizations) {
			run("""
					insert into organization (id, version, name, language, time_zone, created_at)
					values (?, 0, 'Bench', 'en', 'UTC', ?)""", organization, now());
			run("""
					insert into creator (id, version, organization_id, name, language, created_at)
					values (?, 0, ?, 'Bench', 'en', ?)""", organization, organization, now());
		}
	}

	/** Channels of a network, named person0 and so on. */
	public void add(String network, int channels, @Nullable String ineligible) {
		for (int part = 0; part < ORGANIZATIONS; part++) {
			UUID organization = this.organizations.get(part);
			run("""
					insert into channel (id, version, organization_id, creator_id, network, handle, handle_key, added_at,
						ineligible_reason, ineligible_source, ineligible_at)
					select gen_random_uuid(), 0, ?, ?, ?, 'person' || n, 'person' || n, ?, ?::text,
						case when ?::text is not null then 'LOOKUP' end, case when ?::text is not null then ?::timestamptz end
					from generate_series(?, ?, ?) n""",
					organization, organization, network, now(), ineligible, ineligible, ineligible, now(), part,
					channels - 1, ORGANIZATIONS);
		}
	}

	/** Somebody has signed in for each of a network's channels. */
	public void connect(String network, int channels) {
		ProviderId provider = Objects.requireNonNull(CONNECTED.get(network));
		for (int part = 0; part < ORGANIZATIONS; part++) {
			UUID organization = this.organizations.get(part);
			Map<Integer, UUID> kept = new HashMap<>();
			for (int from = part; from < channels; from += ORGANIZATIONS * BATCH) {
				int first = from;
				Tenancy.within(organization,
						() -> this.transactions.executeWithoutResult((status) -> IntStream.range(0, BATCH)
							.map((step) -> first + step * ORGANIZATIONS)
							.filter((number) -> number < channels)
							.forEach((number) -> kept.put(number, login(provider, number, organization)))));
			}
			kept.forEach((number, login) -> connect(network, number, login, organization));
		}
		run("update social_login set verify_at = null, renew_at = null");
	}

	private UUID login(ProviderId provider, int number, UUID organization) {
		Instant end = this.clock.instant().plusSeconds(LIFE);
		Grant grant = new Grant("id" + number, null, new TokenValue("at-" + number), end, null, end, SCOPES, end,
				DeadlineSource.REPORTED);
		this.logins.lock(provider, grant.userId());
		return this.logins.keep(provider, grant, new SignedInBy(null, organization), this.clock.instant()).id();
	}

	private void connect(String network, int number, UUID login, UUID organization) {
		run("""
				insert into connection (channel_id, version, organization_id, login_id, last_login_id, granted, missing,
					connected_at, connected_by_creator)
				select id, 0, organization_id, ?, ?, '{}', '{}', ?, true from channel
				where network = ? and handle_key = ? and organization_id = ?""", login, login, now(), network,
				"person" + number, organization);
		run("update channel set external_id = ? where network = ? and handle_key = ? and organization_id = ?",
				"id" + number, network, "person" + number, organization);
	}

	/** All of them are due now. */
	public void makeDue() {
		run("""
				insert into picture_reading (channel_id, organization_id, network, read_at)
				select id, organization_id, network, ?::timestamptz from channel""", now());
	}

	/** Time passes for whoever did not answer, and rounds that are to come begin now. */
	public void hurry() {
		run("update picture_reading set read_at = ? where failures > 0 and leased_by is null", now());
		run("update look_up set asked_at = asked_at - interval '2 minutes'");
		run("""
				update scheduled_tasks set execution_time = ? where task_name in ('picture-rescue', 'picture-cycle')
				and not picked
				and execution_time > ?""", now(), now());
	}

	/** How many have been read since the beginning, with whatever result. */
	public long read() {
		return count("select count(*) from picture_reading where attempted_at is not null and failures = 0");
	}

	/** How many are left to do. */
	public long left() {
		return count("""
				select count(*) from picture_reading
				where attempted_at is null or failures > 0 or leased_by is not null""");
	}

	/** How many processes are at something. */
	public long owners() {
		return count("select count(distinct leased_by) from picture_reading where leased_by is not null");
	}

	/**
	 * What processes that have ended were at, as network and handle. The database knows a
	 * moment later than we that one has ended.
	 */
	public Set<String> held() {
		UUID[] gone = this.jdbc.sql("select distinct leased_by from picture_reading where leased_by is not null")
			.query((row, number) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
			.list()
			.stream()
			.filter(this.processes::isGone)
			.toArray(UUID[]::new);
		return new HashSet<>(this.jdbc.sql("""
				select r.network || '/' || c.handle from picture_reading r join channel c on c.id = r.channel_id
				where r.leased_by = any(:gone)""").param("gone", gone).query(String.class).list());
	}

	/** What every channel ended with, by network and handle. */
	public Map<String, Ended> ended() {
		Map<String, Ended> ended = new HashMap<>();
		this.jdbc
			.sql("""
					select r.network, c.handle, r.outcome, r.reason, r.read_at is not null as again, p.hash is not null as shown
					from picture_reading r join channel c on c.id = r.channel_id
					left join channel_picture p on p.channel_id = r.channel_id""")
			.query((row) -> {
				ended.put(row.getString("network") + "/" + row.getString("handle"), new Ended(row.getString("outcome"),
						row.getString("reason"), row.getBoolean("again"), row.getBoolean("shown")));
			});
		return ended;
	}

	private long count(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

	private void run(String sql, @Nullable Object... values) {
		this.jdbc.sql(sql).params(Arrays.asList(values)).update();
	}

	private Object now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	/**
	 * What a channel ended with.
	 *
	 * @param outcome what came of the last reading, or null
	 * @param reason why there is none, or null
	 * @param again whether it is read in the next cycle
	 * @param shown whether there is a picture
	 */
	public record Ended(@Nullable String outcome, @Nullable String reason, boolean again, boolean shown) {

	}

}
