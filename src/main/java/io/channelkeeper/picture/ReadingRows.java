package io.channelkeeper.picture;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.network.NetworkId;
import io.channelkeeper.support.ProcessRegister;
import io.channelkeeper.support.SqlMoments;

/**
 * Which channel's profile is being read by which process, and what came of it; over all
 * organizations.
 */
@Repository
class ReadingRows {

	/**
	 * A lease that ends later than any that is given out was given out by a clock that
	 * has been set back since. Who looked at the clock a moment ago, or whose clock is a
	 * little behind, is none of those.
	 */
	private static final String TAKE = """
			update picture_reading r set leased_by = :me, leased_until = :lease
			from (select channel_id from picture_reading where %s and %s
				and (leased_until is null or leased_until <= :now or leased_until > :never)
				order by %s limit :most for update skip locked) due
			left join channel_picture p on p.channel_id = due.channel_id and p.hash is not null
			where r.channel_id = due.channel_id
			returning r.organization_id, r.channel_id, r.network, p.source_hash,
				case when p.hash is not null then r.etag end as etag, r.etag_address, r.leased_until""";

	private static final String WANTED = TAKE.formatted("network = :network", "wanted_at <= :now", "wanted_at");

	private static final String DUE = TAKE.formatted("network = :network", "read_at <= :now", "read_at");

	private static final String ONE = TAKE.formatted("channel_id = :channel", "organization_id = :organization",
			"channel_id");

	private static final String OURS = """
			channel_id = :channel and organization_id = :organization and leased_by = :me and leased_until = :until""";

	/** The row stands still meanwhile, so that nothing is begun of what is forgotten. */
	private static final String BEGIN = """
			with ours as (select channel_id, organization_id from picture_reading where %s for share)
			insert into channel_picture as p (channel_id, organization_id, source_url, attempted_at, missing_reason)
			select channel_id, organization_id, cast(:url as text), :now, cast(:reason as text) from ours
			on conflict (channel_id) do update set source_url = excluded.source_url, attempts = 0,
				next_attempt_at = null, attempted_at = excluded.attempted_at,
				missing_reason = coalesce(excluded.missing_reason, p.missing_reason)""".formatted(OURS);

	private static final String RELEASE = """
			update picture_reading set leased_by = null, leased_until = null where %s""".formatted(OURS);

	private static final String PUT_OFF = """
			update picture_reading set leased_by = null, leased_until = null,
				read_at = case when read_at < :next then :next else read_at end,
				wanted_at = case when wanted_at < :next then :next else wanted_at end
			where %s""".formatted(OURS);

	private static final String NOTE = """
			update picture_reading set attempted_at = :now, outcome = :outcome, reason = :reason, gap = :gap,
				read_at = case when :planned then read_at else cast(:next as timestamptz) end,
				unanswered_since = case when :unanswered then coalesce(unanswered_since, :now) end,
				failures = case when :again then failures + 1 else 0 end,
				etag = case when :fetched then :etag else etag end,
				etag_address = case when :fetched then :address else etag_address end, %s
			where %s""";

	private static final String DONE = NOTE.formatted("wanted_at = null, leased_by = null, leased_until = null", OURS);

	/** Whoever is reading has the last word; who waits goes on waiting for a picture. */
	private static final String NOTED = NOTE.formatted("wanted_at = case when :fetched then null else wanted_at end",
			"channel_id = :channel and organization_id = :organization and leased_by is null");

	private final JdbcClient jdbc;

	private final PictureCalendar calendar;

	private final ProcessRegister processes;

	ReadingRows(JdbcClient jdbc, PictureCalendar calendar, ProcessRegister processes) {
		this.jdbc = jdbc;
		this.calendar = calendar;
		this.processes = processes;
	}

	/**
	 * Takes on what is due at a network; what somebody waits for first.
	 * @param most how many at most
	 * @param automatic whether also what nobody waits for
	 */
	List<DueReading> claim(NetworkId network, int most, boolean automatic) {
		List<DueReading> taken = new ArrayList<>(take(WANTED, network, most));
		if (automatic && taken.size() < most) {
			taken.addAll(take(DUE, network, most - taken.size()));
		}
		return taken;
	}

	private List<DueReading> take(String sql, NetworkId network, int most) {
		return taking(sql).param("network", network.value()).param("most", most).query(ReadingRows::due).list();
	}

	/** Takes on one channel, due or not, or none if somebody else is at it. */
	Optional<DueReading> claim(UUID organization, UUID channel) {
		return taking(ONE).param("channel", channel)
			.param("organization", organization)
			.param("most", 1)
			.query(ReadingRows::due)
			.optional();
	}

	private JdbcClient.StatementSpec taking(String sql) {
		return this.jdbc.sql(sql)
			.param("me", this.processes.id())
			.param("now", sql(this.calendar.now()))
			.param("lease", sql(this.calendar.leaseEnd()))
			.param("never", sql(this.calendar.noLeaseEnd()));
	}

	/** Gives a channel back without a result; it stays due. */
	void release(DueReading due) {
		ours(due, RELEASE).update();
	}

	/** Gives a channel back without a result; it is due after a pause. */
	void putOff(DueReading due, Duration pause) {
		ours(due, PUT_OFF).param("next", sql(this.calendar.now().plus(pause))).update();
	}

	private JdbcClient.StatementSpec ours(DueReading due, String sql) {
		return this.jdbc.sql(sql)
			.param("channel", due.channelId())
			.param("organization", due.organizationId())
			.param("me", this.processes.id())
			.param("until", sql(due.leasedUntil()));
	}

	/**
	 * Notes what a network told of a channel's picture.
	 * @param address the URL that is being fetched, or null when it is not
	 * @param reason why it is not, or null
	 * @throws PictureOvertakenException if the reading is no longer ours
	 */
	void begin(DueReading due, @Nullable URI address, @Nullable MissingReason reason) {
		int begun = ours(due, BEGIN).param("url", (address != null) ? address.toString() : null)
			.param("reason", (reason != null) ? reason.name() : null)
			.param("now", sql(this.calendar.now()))
			.update();
		if (begun == 0) {
			throw new PictureOvertakenException(due.channelId());
		}
	}

	/**
	 * Notes what came of a reading, in all runs that wait for it, too; unless others have
	 * taken the channel on or what is known of it was forgotten.
	 */
	@Transactional
	public void done(DueReading due, ReadingResult result) {
		EntityTag etag = result.etag();
		if (note(ours(due, DONE), due.channelId(), result, etag) == 0) {
			return;
		}
		tick(due.organizationId(), due.channelId(), result);
		if (result.next() == ReadingResult.Next.NEVER) {
			withdraw(due);
		}
	}

	/** What is not read any more is not fetched from a URL told before, either. */
	private void withdraw(DueReading due) {
		this.jdbc.sql("""
				update channel_picture set source_url = null, next_attempt_at = null
				where channel_id = :channel and organization_id = :organization and source_url is not null""")
			.param("channel", due.channelId())
			.param("organization", due.organizationId())
			.update();
	}

	/**
	 * Notes what came of a picture whose URL was told without a reading. Its ETag is not
	 * kept: it could come after all that is known of the channel was forgotten.
	 */
	@Transactional
	public void noted(UUID organization, UUID channel, ReadingResult result) {
		JdbcClient.StatementSpec noted = this.jdbc.sql(NOTED)
			.param("channel", channel)
			.param("organization", organization);
		if (note(noted, channel, result, null) > 0 && result.isFetched()) {
			tick(organization, channel, result);
		}
	}

	private int note(JdbcClient.StatementSpec statement, UUID channel, ReadingResult result, @Nullable EntityTag etag) {
		return statement.param("now", sql(this.calendar.now()))
			.param("outcome", result.outcome().name())
			.param("reason", result.reason())
			.param("gap", (result.gap() != null) ? result.gap().name() : null)
			.param("planned", result.next() == ReadingResult.Next.PLANNED)
			.param("next", sql(this.calendar.next(result.next(), failures(channel, result))))
			.param("unanswered", result.isUnanswered())
			.param("again", result.isTriedAgain())
			.param("fetched", result.isFetched())
			.param("etag", (etag != null) ? etag.value() : null)
			.param("address", (etag != null) ? etag.address() : null)
			.update();
	}

	/** How often in a row nothing came of it, this time included. */
	private int failures(UUID channel, ReadingResult result) {
		return !result.isTriedAgain() ? 0
				: this.jdbc.sql("select failures + 1 from picture_reading where channel_id = :channel")
					.param("channel", channel)
					.query(Integer.class)
					.optional()
					.orElse(1);
	}

	private void tick(UUID organization, UUID channel, ReadingResult result) {
		this.jdbc.sql("""
				update picture_run_item set outcome = :outcome, reason = :reason, done_at = :now
				where channel_id = :channel and organization_id = :organization and outcome is null""")
			.param("outcome", result.outcome().name())
			.param("reason", result.reason())
			.param("now", sql(this.calendar.now()))
			.param("channel", channel)
			.param("organization", organization)
			.update();
	}

	/** The processes that have taken something on. */
	List<UUID> owners() {
		return this.jdbc.sql("select distinct leased_by from picture_reading where leased_by is not null")
			.query((row, number) -> row.getObject(1, UUID.class))
			.list();
	}

	/**
	 * Frees what these processes had taken on.
	 * @return how many channels
	 */
	int free(Collection<UUID> processes) {
		return processes.isEmpty() ? 0 : this.jdbc
			.sql("update picture_reading set leased_by = null, leased_until = null where leased_by = any(:gone)")
			.param("gone", processes.toArray(UUID[]::new))
			.update();
	}

	private static DueReading due(ResultSet row, int number) throws SQLException {
		String etag = row.getString("etag");
		return new DueReading(row.getObject("organization_id", UUID.class), row.getObject("channel_id", UUID.class),
				new NetworkId(row.getString("network")), row.getString("source_hash"),
				(etag != null) ? new EntityTag(etag, row.getString("etag_address")) : null,
				SqlMoments.in(row, "leased_until"));
	}

	private static @Nullable OffsetDateTime sql(@Nullable Instant moment) {
		return (moment != null) ? moment.atOffset(ZoneOffset.UTC) : null;
	}

}
