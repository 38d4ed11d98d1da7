package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.channelkeeper.connection.NetworkDesk.ApiStanding;
import io.channelkeeper.connection.NetworkDesk.CheckStanding;
import io.channelkeeper.connection.NetworkDesk.PushStanding;
import io.channelkeeper.connection.NetworkDesk.SignInStanding;
import io.channelkeeper.network.CredentialsState;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.PushRefusedException;
import io.channelkeeper.support.SqlMoments;

/**
 * What is known of how it goes with each provider, over all organizations.
 */
@Repository
class ProviderRecords {

	private final JdbcClient jdbc;

	private final Clock clock;

	ProviderRecords(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	List<ApiStanding> apis(ProviderId provider) {
		return this.jdbc
			.sql("""
					select a.api, answered_at, fault, sound_at, case when closed_until > :now then closed_until end as closed_until,
						used_percent, calls_left, case when renewed_at > :now then renewed_at end as renewed_at, t.since, t.share
					from network_api a left join network_trouble t on t.api = a.api and t.ended_at is null
					where a.api = :provider or starts_with(a.api, :provider || '/') order by a.api
					""")
			.param("provider", provider.value())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.query((row, number) -> new ApiStanding(row.getString("api"), SqlMoments.in(row, "answered_at"),
					row.getString("fault"), SqlMoments.maybe(row, "sound_at"), SqlMoments.maybe(row, "closed_until"),
					row.getObject("used_percent", Integer.class), row.getObject("calls_left", Long.class),
					SqlMoments.maybe(row, "renewed_at"), SqlMoments.maybe(row, "since"),
					row.getObject("share", Integer.class)))
			.list();
	}

	@Nullable SignInStanding lastSignIn(ProviderId provider) {
		return this.jdbc.sql("""
				select ended_at, diagnosis from sign_in_attempt where provider = :provider and ended_at is not null
				order by ended_at desc limit 1
				""")
			.param("provider", provider.value())
			.query((row, number) -> new SignInStanding(SqlMoments.in(row, "ended_at"), row.getString("diagnosis")))
			.optional()
			.orElse(null);
	}

	@Nullable CheckStanding lastCheck(ProviderId provider) {
		return this.jdbc.sql("select checked_at, outcome from provider_check where provider = :provider")
			.param("provider", provider.value())
			.query((row, number) -> new CheckStanding(SqlMoments.in(row, "checked_at"),
					CredentialsState.valueOf(row.getString("outcome"))))
			.optional()
			.orElse(null);
	}

	void checked(ProviderId provider, CredentialsState state, Instant at) {
		this.jdbc.sql("""
				insert into provider_check (provider, checked_at, outcome) values (:provider, :at, :outcome)
				on conflict (provider) do update set checked_at = excluded.checked_at, outcome = excluded.outcome
				""")
			.param("provider", provider.value())
			.param("at", at.atOffset(ZoneOffset.UTC))
			.param("outcome", state.name())
			.update();
	}

	/** What the provider last told us, or null if nothing came yet. */
	@Nullable PushStanding lastPush(ProviderId provider) {
		return this.jdbc.sql("select accepted_at, refused_at, refusal from provider_push where provider = :provider")
			.param("provider", provider.value())
			.query((row, number) -> new PushStanding(SqlMoments.maybe(row, "accepted_at"),
					SqlMoments.maybe(row, "refused_at"), row.getString("refusal")))
			.optional()
			.orElse(null);
	}

	void pushAccepted(ProviderId provider, Instant at) {
		this.jdbc.sql("""
				insert into provider_push (provider, accepted_at) values (:provider, :at)
				on conflict (provider) do update set accepted_at = excluded.accepted_at
				""").param("provider", provider.value()).param("at", at.atOffset(ZoneOffset.UTC)).update();
	}

	void pushRefused(ProviderId provider, PushRefusedException.Reason reason, Instant at) {
		this.jdbc.sql("""
				insert into provider_push (provider, refused_at, refusal) values (:provider, :at, :refusal)
				on conflict (provider) do update set refused_at = excluded.refused_at, refusal = excluded.refusal
				""")
			.param("provider", provider.value())
			.param("at", at.atOffset(ZoneOffset.UTC))
			.param("refusal", reason.name())
			.update();
	}

	/** The shortest life in days that a refresh token was given, or null. */
	@Nullable Long shortestLife(ProviderId provider) {
		return this.jdbc.sql("""
				select min(extract(epoch from refresh_expires_at - connected_at) / 86400)::bigint from social_login
				where provider = :provider and refresh_expires_at is not null
				""").param("provider", provider.value()).query(Long.class).optional().orElse(null);
	}

	/** By the API that answered last, or empty. */
	Optional<Long> clockAheadSeconds() {
		return this.jdbc.sql("""
				select clock_ahead_seconds from network_api where clock_ahead_seconds is not null
				order by answered_at desc limit 1
				""").query(Long.class).optional();
	}

}
