package io.channelkeeper.connection;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.network.ProviderId;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.SqlMoments;

/**
 * How the networks' calls went over all processes and organizations, and which network is
 * in trouble.
 */
@Repository
class TroubleRows {

	private static final String OF_PROVIDER = "(api = :provider or starts_with(api, :provider || '/'))";

	private final JdbcClient jdbc;

	TroubleRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Adds what a process counted. */
	@Transactional
	public void add(Map<NetworkCalls.Slot, NetworkCalls.Count> counts) {
		for (var one : counts.entrySet()) {
			add(one.getKey(), one.getValue());
			one.getValue().logins().forEach((login, refused) -> add(one.getKey(), login, refused));
		}
	}

	private void add(NetworkCalls.Slot slot, NetworkCalls.Count count) {
		this.jdbc
			.sql("""
					insert into network_minute as m (api, minute, good, failed) values (:api, :minute, :good, :failed)
					on conflict (api, minute) do update set good = m.good + excluded.good, failed = m.failed + excluded.failed
					""")
			.param("api", slot.api())
			.param("minute", slot.minute().atOffset(ZoneOffset.UTC))
			.param("good", count.good())
			.param("failed", count.failed())
			.update();
	}

	private void add(NetworkCalls.Slot slot, UUID login, boolean refused) {
		this.jdbc.sql("""
				insert into network_minute_failure as f (api, minute, login_id, refused)
				values (:api, :minute, :login, :refused)
				on conflict (api, minute, login_id) do update set refused = f.refused or excluded.refused
				""")
			.param("api", slot.api())
			.param("minute", slot.minute().atOffset(ZoneOffset.UTC))
			.param("login", login)
			.param("refused", refused)
			.update();
	}

	/** What was counted since, API by API. */
	List<Tally> tallies(Instant since) {
		return this.jdbc
			.sql("""
					select m.api, m.good, m.failed, coalesce(f.refused, 0) as refused, coalesce(f.logins, 0) as logins
					from (select api, sum(good)::bigint as good, sum(failed)::bigint as failed from network_minute
						where minute >= :since group by api) m
					left join (select api, count(distinct login_id) filter (where refused) as refused,
						count(distinct login_id) as logins from network_minute_failure where minute >= :since group by api) f
						on f.api = m.api
					""")
			.param("since", since.atOffset(ZoneOffset.UTC))
			.query((row, number) -> new Tally(row.getString("api"), row.getLong("good"), row.getLong("failed"),
					row.getLong("refused"), row.getLong("logins")))
			.list();
	}

	void forget(Instant before) {
		for (String table : List.of("network_minute", "network_minute_failure")) {
			this.jdbc.sql("delete from " + table + " where minute < :before")
				.param("before", before.atOffset(ZoneOffset.UTC))
				.update();
		}
	}

	/**
	 * Writes down that an API is in trouble.
	 * @return whether that is news
	 */
	boolean begin(String api, int share, Instant now) {
		return this.jdbc.sql("""
				insert into network_trouble (id, api, since, share) values (:id, :api, :now, :share)
				on conflict (api) where ended_at is null do nothing
				""")
			.param("id", Ids.next())
			.param("api", api)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("share", share)
			.update() > 0;
	}

	/**
	 * Writes down that it is over.
	 * @return since when it lasted, or empty if somebody else saw it first
	 */
	Optional<Instant> end(String api, Instant now) {
		return this.jdbc.sql("""
				update network_trouble set ended_at = :now where api = :api and ended_at is null returning since
				""")
			.param("api", api)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.query((row, number) -> SqlMoments.in(row, "since"))
			.optional();
	}

	/** The APIs that are in trouble. */
	List<String> open() {
		return this.jdbc.sql("select api from network_trouble where ended_at is null order by api")
			.query((row, number) -> row.getString(1))
			.list();
	}

	boolean isTroubled(ProviderId provider) {
		return this.jdbc
			.sql("select exists (select 1 from network_trouble where ended_at is null and " + OF_PROVIDER + ")")
			.param("provider", provider.value())
			.query(Boolean.class)
			.single();
	}

	/** The providers that are in trouble, or were after a moment. */
	Set<ProviderId> troubledSince(Instant moment) {
		return this.jdbc.sql("select distinct api from network_trouble where ended_at is null or ended_at > :moment")
			.param("moment", moment.atOffset(ZoneOffset.UTC))
			.query((row, number) -> provider(row.getString("api")))
			.set();
	}

	/** Who has logins of a provider. */
	Set<UUID> organizations(ProviderId provider) {
		return Set.copyOf(this.jdbc
			.sql("""
					select distinct organization_id from social_login where provider = :provider and access_token is not null
					""")
			.param("provider", provider.value())
			.query((row, number) -> row.getObject("organization_id", UUID.class))
			.list());
	}

	/**
	 * Lets everything be looked at again that failed or was suspected meanwhile, one
	 * after another.
	 * @param retried whether a refused renewal may be tried with the same token
	 * @return how many logins
	 */
	int lookAgain(ProviderId provider, boolean retried, Instant since, Duration spread, Instant now) {
		return this.jdbc.sql("""
				update social_login set version = version + 1, suspected_since = null,
					verify_at = :now + make_interval(secs => random() * :spread),
					renew_at = case when renewing_by is null and in_doubt_since is null
							and (renewal_failures > 0 or (renewal_refused is not null and :retried))
						then :now + make_interval(secs => random() * :spread) else renew_at end,
					renewal_refused = case when :retried then null else renewal_refused end
				where provider = :provider and access_token is not null
					and (suspected_since is not null or no_answer_since is not null or invalid_since >= :since)
				""")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("spread", spread.toSeconds())
			.param("retried", retried)
			.param("provider", provider.value())
			.param("since", since.atOffset(ZoneOffset.UTC))
			.update();
	}

	/** Whose API it is; a provider may have several. */
	private static ProviderId provider(String api) {
		return new ProviderId(api.contains("/") ? api.substring(0, api.indexOf('/')) : api);
	}

	/**
	 * How the calls of an API went.
	 *
	 * @param api its name
	 * @param good how many were answered
	 * @param failed how many were not
	 * @param refused how many logins were refused
	 * @param logins how many logins failed in one way or the other
	 */
	record Tally(String api, long good, long failed, long refused, long logins) {

		ProviderId provider() {
			return TroubleRows.provider(this.api);
		}

		long bad() {
			return this.failed + this.refused;
		}

		long all() {
			return this.good + bad();
		}

		/** From 0 to 1. */
		double share() {
			return (all() > 0) ? (double) bad() / all() : 0;
		}

	}

}
