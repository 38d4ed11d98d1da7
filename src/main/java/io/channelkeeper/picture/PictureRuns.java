package io.channelkeeper.picture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.network.NetworkId;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.picture.PictureRun.Part;
import io.channelkeeper.picture.PictureRun.Scope;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.SqlMoments;

/**
 * Progress of fetch runs and of the cycle: an admin's own organization, an operator's
 * all.
 */
@Service
public class PictureRuns {

	private static final int LATEST = 10;

	/** Fewer say nothing of the pace. */
	private static final long PACE_AT_LEAST = 5;

	private static final String RUNS = """
			select r.*, o.name as organization_name, c.name as about, p.name as asked_by_name, h.network, h.handle,
				h.display_name
			from picture_run r
			join organization o on o.id = r.organization_id
			join member m on m.id = r.asked_by join person p on p.id = m.person_id
			left join creator c on c.id = r.creator_id
			left join picture_run_item i on r.scope = 'CHANNEL' and i.run_id = r.id
			left join channel h on h.id = i.channel_id
			cross join lateral (select exists (select from picture_run_item o
				where o.run_id = r.id and o.outcome is null) as going) g
			where (cast(:organization as uuid) is null or r.organization_id = :organization)
			order by g.going desc, g.going and r.scope = 'CHANNEL', r.asked_at desc, r.id desc limit :latest""";

	private static final String FIGURES = """
			select count(*) filter (where read_at <= :today) as today, count(*) filter (where read_at <= :month) as month,
				count(*) filter (where read_at is null and gap is not null) as closed
			from picture_reading where (cast(:organization as uuid) is null or organization_id = :organization)""";

	private final JdbcClient jdbc;

	private final RunRows rows;

	private final PictureProperties properties;

	private final Clock clock;

	PictureRuns(JdbcClient jdbc, RunRows rows, PictureProperties properties, Clock clock) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * The latest runs: those that are not over, of them those over a single channel last,
	 * then others, each the newest first. Ten at most.
	 * @throws io.channelkeeper.support.ForbiddenException if the viewer is no admin
	 */
	@Transactional(readOnly = true)
	public List<PictureRun> latest(Viewer viewer) {
		viewer.require(Action.ADMINISTER);
		Instant now = this.clock.instant();
		List<Row> rows = this.jdbc.sql(RUNS)
			.param("organization", organization(viewer))
			.param("latest", LATEST)
			.query(PictureRuns::row)
			.list();
		Map<UUID, List<Part>> parts = parts(rows.stream().map(Row::id).toList());
		return rows.stream().map((row) -> row.run(parts.getOrDefault(row.id(), List.of()), now)).toList();
	}

	private Map<UUID, List<Part>> parts(List<UUID> runs) {
		Map<UUID, List<Part>> parts = new HashMap<>();
		this.jdbc.sql("""
				select run_id, outcome, reason, count(*) as channels from picture_run_item
				where run_id = any(:runs) and outcome is not null group by run_id, outcome, reason
				order by outcome, channels desc, reason""").param("runs", runs.toArray(UUID[]::new)).query((row) -> {
			parts.computeIfAbsent(row.getObject("run_id", UUID.class), (key) -> new ArrayList<>()).add(part(row));
		});
		return parts;
	}

	/**
	 * How the cycle stands: what is due by the end of today and of this month in the
	 * viewer's zone, and what came of the last 24 hours.
	 * @throws io.channelkeeper.support.ForbiddenException if the viewer is no admin
	 */
	@Transactional(readOnly = true)
	public CycleFigures figures(Viewer viewer) {
		viewer.require(Action.ADMINISTER);
		Instant now = this.clock.instant();
		Instant today = now.atZone(viewer.zone()).toLocalDate().plusDays(1).atStartOfDay(viewer.zone()).toInstant();
		Instant month = now.atZone(viewer.zone())
			.toLocalDate()
			.withDayOfMonth(1)
			.plusMonths(1)
			.atStartOfDay(viewer.zone())
			.toInstant();
		List<Part> lately = this.jdbc.sql("""
				select outcome, reason, count(*) as channels from picture_reading
				where attempted_at > :since and attempted_at <= :now and outcome is not null
				and (cast(:organization as uuid) is null or organization_id = :organization)
				group by outcome, reason order by outcome, channels desc, reason""")
			.param("since", now.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("organization", organization(viewer))
			.query((row, number) -> part(row))
			.list();
		return this.jdbc.sql(FIGURES)
			.param("today", today.atOffset(ZoneOffset.UTC))
			.param("month", month.atOffset(ZoneOffset.UTC))
			.param("organization", organization(viewer))
			.query((row, number) -> new CycleFigures(this.properties.automatic(), row.getLong("today"),
					row.getLong("month"), row.getLong("closed"), lately))
			.single();
	}

	/**
	 * Stops a run; what is being fetched is still fetched.
	 * @throws NotFoundException if the viewer knows no such run
	 * @throws io.channelkeeper.support.ForbiddenException if the viewer is no admin
	 */
	public void stop(Viewer viewer, UUID run) {
		viewer.require(Action.ADMINISTER);
		known(this.rows.stop(run, organization(viewer), viewer.memberId()), run);
	}

	/**
	 * Lets a run go on where it was stopped.
	 * @throws NotFoundException if the viewer knows no such run
	 * @throws io.channelkeeper.support.ForbiddenException if the viewer is no admin
	 */
	public void resume(Viewer viewer, UUID run) {
		viewer.require(Action.ADMINISTER);
		known(this.rows.resume(run, organization(viewer)), run);
	}

	/** Deletes runs older than 90 days. */
	public void eraseOld() {
		this.rows.eraseOld();
	}

	private static void known(boolean known, UUID run) {
		if (!known) {
			throw new NotFoundException("picture run", run);
		}
	}

	/** Whose runs somebody sees; null for all. */
	private static @Nullable UUID organization(Viewer viewer) {
		return viewer.operator() ? null : viewer.organizationId();
	}

	private static Part part(ResultSet row) throws SQLException {
		return new Part(ReadingOutcome.valueOf(row.getString("outcome")), row.getString("reason"),
				row.getLong("channels"));
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		return new Row(row.getObject("id", UUID.class), row.getString("organization_name"),
				Scope.valueOf(row.getString("scope")), row.getString("about"), only(row),
				row.getString("asked_by_name"), SqlMoments.in(row, "asked_at"), row.getInt("total"),
				SqlMoments.maybe(row, "stopped_at"), SqlMoments.in(row, "resumed_at"), row.getInt("done_before"));
	}

	private static PictureRun.@Nullable Only only(ResultSet row) throws SQLException {
		String network = row.getString("network");
		return (network != null)
				? new PictureRun.Only(new NetworkId(network), row.getString("handle"), row.getString("display_name"))
				: null;
	}

	/** A run without what came of it. */
	private record Row(UUID id, String organizationName, Scope scope, @Nullable String about,
			PictureRun.@Nullable Only only, String askedBy, Instant askedAt, int total, @Nullable Instant stoppedAt,
			Instant resumedAt, int doneBefore) {

		PictureRun run(List<Part> parts, Instant now) {
			long done = parts.stream().mapToLong(Part::channels).sum();
			return new PictureRun(this.id, this.organizationName, this.scope, this.about, this.only, this.askedBy,
					this.askedAt, this.total, this.stoppedAt, left(done, now), parts);
		}

		private @Nullable Duration left(long done, Instant now) {
			long lately = done - this.doneBefore;
			Duration since = Duration.between(this.resumedAt, now);
			return (lately < PACE_AT_LEAST || since.isNegative()) ? null
					: since.multipliedBy(this.total - done).dividedBy(lately);
		}

	}

	/**
	 * How the cycle stands.
	 *
	 * @param automatic whether pictures are fetched by themselves at all
	 * @param today how many are due by the end of today
	 * @param month how many are due by the end of this month
	 * @param closed how many channels are private, personal or not shown, and never asked
	 * for by themselves
	 * @param lately what came of the last 24 hours
	 */
	public record CycleFigures(boolean automatic, long today, long month, long closed, List<Part> lately) {

	}

}
