package io.channelkeeper.picture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.picture.PictureRun.Scope;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.SqlIds;

/**
 * Runs that somebody asked for: which channels they are about, and whether they go on.
 * {@link ReadingRows#done} notes what is done of them.
 */
@Repository
class RunRows {

	/** How long a run is kept. */
	private static final Duration RETENTION = Duration.ofDays(90);

	private static final String ITEMS = """
			insert into picture_run_item (run_id, channel_id, organization_id, network)
			select :run, id, organization_id, network from channel
			where organization_id = :organization and archived_at is null
			and (cast(:creator as uuid) is null or creator_id = :creator)
			and (cast(:channel as uuid) is null or id = :channel)""";

	/** A channel that is waited for already keeps its place. */
	private static final String WANTED = """
			insert into picture_reading as r (channel_id, organization_id, network, wanted_at)
			select channel_id, organization_id, network, :now from picture_run_item
			where run_id = :run and outcome is null
			on conflict (channel_id) do update set wanted_at = coalesce(r.wanted_at, excluded.wanted_at)""";

	/** Not those that another run waits for, too. */
	private static final String UNWANTED = """
			update picture_reading r set wanted_at = null from picture_run_item i
			where i.run_id = :run and i.outcome is null and r.channel_id = i.channel_id
			and not exists (select from picture_run_item o join picture_run w on w.id = o.run_id
				where o.channel_id = i.channel_id and o.outcome is null and o.run_id <> :run and w.stopped_at is null)""";

	private final JdbcClient jdbc;

	private final Clock clock;

	RunRows(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Begins a run over all channels, those of a creator or one; one over all that goes
	 * on already is not begun again.
	 * @return the run, or empty when there is no channel to read
	 */
	@Transactional
	public Optional<Begun> begin(Viewer viewer, Scope scope, @Nullable UUID creator, @Nullable UUID channel) {
		Optional<Begun> going = (scope == Scope.ORGANIZATION) ? going(viewer.organizationId()) : Optional.empty();
		return going.isPresent() ? going : begin(Ids.next(), viewer, scope, creator, channel);
	}

	/** A run over all channels that goes on, with what is left of it. */
	private Optional<Begun> going(UUID organization) {
		return this.jdbc.sql("""
				select r.id, count(*) as channels from picture_run r
				join picture_run_item i on i.run_id = r.id and i.outcome is null
				where r.organization_id = :organization and r.scope = 'ORGANIZATION' and r.stopped_at is null
				group by r.id order by r.id desc limit 1""")
			.param("organization", organization)
			.query((row, number) -> new Begun(SqlIds.in(row, "id"), row.getInt("channels")))
			.optional();
	}

	private Optional<Begun> begin(UUID run, Viewer viewer, Scope scope, @Nullable UUID creator,
			@Nullable UUID channel) {
		this.jdbc.sql("""
				insert into picture_run (id, organization_id, scope, creator_id, asked_by, asked_at, resumed_at, total)
				values (:run, :organization, :scope, :creator, :member, :now, :now, 0)""")
			.param("run", run)
			.param("organization", viewer.organizationId())
			.param("scope", scope.name())
			.param("creator", creator)
			.param("member", viewer.memberId())
			.param("now", now())
			.update();
		int channels = this.jdbc.sql(ITEMS)
			.param("run", run)
			.param("organization", viewer.organizationId())
			.param("creator", (channel == null) ? creator : null)
			.param("channel", channel)
			.update();
		if (channels == 0) {
			this.jdbc.sql("delete from picture_run where id = :run").param("run", run).update();
			return Optional.empty();
		}
		this.jdbc.sql("update picture_run set total = :total where id = :run")
			.param("total", channels)
			.param("run", run)
			.update();
		want(run);
		return Optional.of(new Begun(run, channels));
	}

	private void want(UUID run) {
		this.jdbc.sql(WANTED).param("run", run).param("now", now()).update();
	}

	/** What became of the only channel of a run, or empty while that is not known. */
	Optional<PictureErrand> only(UUID run) {
		return this.jdbc.sql("select outcome, reason from picture_run_item where run_id = :run and outcome is not null")
			.param("run", run)
			.query((row, number) -> new PictureErrand(1, ReadingOutcome.valueOf(row.getString("outcome")),
					row.getString("reason")))
			.optional();
	}

	/**
	 * Stops a run; what is being fetched is still fetched.
	 * @param organization whose it has to be, or null for anybody's
	 * @return whether there is such a run; one that was stopped already stays as it is
	 */
	@Transactional
	public boolean stop(UUID run, @Nullable UUID organization, UUID member) {
		boolean known = this.jdbc.sql("""
				update picture_run set stopped_by = case when stopped_at is null then :member else stopped_by end,
					stopped_at = coalesce(stopped_at, :now)
				where id = :run and (cast(:organization as uuid) is null or organization_id = :organization)""")
			.param("member", member)
			.param("now", now())
			.param("run", run)
			.param("organization", organization)
			.update() > 0;
		if (known) {
			this.jdbc.sql(UNWANTED).param("run", run).update();
		}
		return known;
	}

	/**
	 * Lets a run go on where it was stopped.
	 * @param organization whose it has to be, or null for anybody's
	 * @return whether there is such a run; one that was not stopped stays as it is
	 */
	@Transactional
	public boolean resume(UUID run, @Nullable UUID organization) {
		boolean known = this.jdbc.sql("""
				update picture_run r set resumed_at = case when stopped_at is null then resumed_at else :now end,
					done_before = case when stopped_at is null then done_before else (select count(*)
						from picture_run_item i where i.run_id = r.id and i.outcome is not null) end,
					stopped_at = null, stopped_by = null
				where id = :run and (cast(:organization as uuid) is null or organization_id = :organization)""")
			.param("now", now())
			.param("run", run)
			.param("organization", organization)
			.update() > 0;
		if (known) {
			want(run);
		}
		return known;
	}

	/** Deletes runs older than 90 days. */
	int eraseOld() {
		return this.jdbc.sql("delete from picture_run where asked_at < :old")
			.param("old", this.clock.instant().minus(RETENTION).atOffset(ZoneOffset.UTC))
			.update();
	}

	private OffsetDateTime now() {
		Instant now = this.clock.instant();
		return now.atOffset(ZoneOffset.UTC);
	}

	/**
	 * A run that goes on.
	 *
	 * @param id of the run
	 * @param channels how many channels are left to be read
	 */
	record Begun(UUID id, int channels) {

	}

}
