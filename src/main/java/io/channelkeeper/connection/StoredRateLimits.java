package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.channelkeeper.network.ApiName;
import io.channelkeeper.network.CallBudget;
import io.channelkeeper.network.CallReport;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.RateLimitBook;

/**
 * Keeps in the database what the networks say of their limits, so that every replica
 * obeys it.
 */
@Repository
class StoredRateLimits implements RateLimitBook {

	private static final Logger log = LoggerFactory.getLogger(StoredRateLimits.class);

	/** How long background work waits where the network does not say. */
	private static final Duration PAUSE = Duration.ofMinutes(5);

	/** From here on what is left of a limit is kept for people's own clicks. */
	private static final int NEARLY_USED = 90;

	/** Good news are not written more often than this. */
	private static final Duration APART = Duration.ofSeconds(10);

	private final Map<ApiName, Instant> noted = new ConcurrentHashMap<>();

	private final JdbcClient jdbc;

	private final NetworkCalls calls;

	private final Clock clock;

	StoredRateLimits(JdbcClient jdbc, NetworkCalls calls, Clock clock) {
		this.jdbc = jdbc;
		this.calls = calls;
		this.clock = clock;
	}

	@Override
	public Optional<Instant> closedUntil(ApiName api) {
		return this.jdbc.sql("select closed_until from network_api where api = :api and closed_until > :now")
			.param("api", api.value())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.query(OffsetDateTime.class)
			.optional()
			.map(OffsetDateTime::toInstant);
	}

	@Override
	public void note(CallReport report) {
		this.calls.note(report);
		Instant closed = closed(report);
		if (report.fault() == null && closed == null && isFresh(report)) {
			return;
		}
		try {
			write(report, closed);
			this.noted.put(report.api(), (report.fault() == null) ? report.at() : Instant.MIN);
		}
		catch (DataAccessException ex) {
			log.warn("What {} said of its limits is not kept: {}", report.api(), ex.getClass().getSimpleName());
		}
	}

	private boolean isFresh(CallReport report) {
		Instant last = this.noted.getOrDefault(report.api(), Instant.MIN);
		return !last.isAfter(report.at()) && last.isAfter(report.at().minus(APART));
	}

	private void write(CallReport report, @Nullable Instant closed) {
		CallBudget budget = report.budget();
		this.jdbc
			.sql("""
					insert into network_api as a (api, answered_at, fault, sound_at, closed_until, used_percent, calls_left, renewed_at,
						clock_ahead_seconds)
					values (:api, :at, :fault, case when :fault::text is null then :at end, :closed, :used, :left, :renewed, :ahead)
					on conflict (api) do update set answered_at = excluded.answered_at, fault = excluded.fault,
						sound_at = coalesce(excluded.sound_at, a.sound_at),
						closed_until = greatest(excluded.closed_until, a.closed_until),
						used_percent = coalesce(excluded.used_percent, a.used_percent),
						calls_left = coalesce(excluded.calls_left, a.calls_left),
						renewed_at = coalesce(excluded.renewed_at, a.renewed_at),
						clock_ahead_seconds = coalesce(excluded.clock_ahead_seconds, a.clock_ahead_seconds)
					""")
			.param("api", report.api().value())
			.param("at", report.at().atOffset(ZoneOffset.UTC))
			.param("fault", (report.fault() != null) ? report.fault().getClass().getSimpleName() : null)
			.param("closed", (closed != null) ? closed.atOffset(ZoneOffset.UTC) : null)
			.param("used", (budget != null) ? budget.usedPercent() : null)
			.param("left", (budget != null) ? budget.left() : null)
			.param("renewed",
					(budget != null && budget.renewedAt() != null) ? budget.renewedAt().atOffset(ZoneOffset.UTC) : null)
			.param("ahead", (report.clockAhead() != null) ? report.clockAhead().toSeconds() : null)
			.update();
	}

	/** Until when background work has to wait after this call, or null. */
	private static @Nullable Instant closed(CallReport report) {
		if (report.fault() instanceof NetworkFault.RateLimited(var until)) {
			return (until != null) ? until : report.at().plus(PAUSE);
		}
		CallBudget budget = report.budget();
		if (budget == null) {
			return null;
		}
		if (budget.usedPercent() != null && budget.usedPercent() >= NEARLY_USED) {
			return report.at().plus(PAUSE);
		}
		return (budget.left() != null && budget.left() <= 0) ? budget.renewedAt() : null;
	}

}
