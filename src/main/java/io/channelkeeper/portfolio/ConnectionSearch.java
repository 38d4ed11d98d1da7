package io.channelkeeper.portfolio;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.ConnectionBranch.Rank;
import io.channelkeeper.support.Tenancy;

/**
 * Finds the connections of a page, the most urgent first. Each part of the list is read
 * by an index in its own order and only as far as a page goes, so that it does not matter
 * how many there are.
 */
@Component
class ConnectionSearch {

	/** From here on a deadline is near, as in {@code connection_state}. */
	private static final Duration NEAR = Duration.ofDays(10);

	private final JdbcClient jdbc;

	private final Clock clock;

	ConnectionSearch(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The connections of one page and one more if there is a next page.
	 * @param after the last one of the page before, or null for the first page
	 */
	List<ConnectionCursor> find(Viewer viewer, ConnectionFilter filter, @Nullable ConnectionCursor after, int limit) {
		String sql = sql(filter, after);
		return sql.isEmpty() ? List.of()
				: this.jdbc.sql(sql).params(values(viewer, filter, after, limit)).query(ConnectionSearch::found).list();
	}

	/** Empty when the cursor lies behind everything that is asked for. */
	String sql(ConnectionFilter filter, @Nullable ConnectionCursor after) {
		Rank first = (after != null) ? after.rank() : Rank.UNREADABLE;
		Stream<String> carried = (filter.grouped() ? ConnectionBranch.GROUPED : ConnectionBranch.FLAT).stream()
			.filter((branch) -> isWanted(branch.rank(), first, filter))
			.map((branch) -> part(branch, filter, (branch.rank() == first) ? after : null));
		Stream<String> ended = isWanted(Rank.DISCONNECTED, first, filter)
				? Stream.of(disconnected(filter, (first == Rank.DISCONNECTED) ? after : null)) : Stream.empty();
		String parts = Stream.concat(carried, ended).collect(Collectors.joining("union all\n"));
		return parts.isEmpty() ? "" : """
				select * from (%s) found
				order by rank, case when rank < %2$d then at end, case when rank = %2$d then at end desc,
					login_id, sound, channel_id
				limit :limit
				""".formatted(parts, Rank.DISCONNECTED.place());
	}

	Map<String, Object> values(Viewer viewer, ConnectionFilter filter, @Nullable ConnectionCursor after, int limit) {
		Instant now = this.clock.instant();
		Map<String, Object> values = new HashMap<>();
		values.put("organization", Tenancy.current());
		values.put("limit", limit);
		values.put("now", now.atOffset(ZoneOffset.UTC));
		values.put("soon", now.plus(NEAR).atOffset(ZoneOffset.UTC));
		values.put("member", viewer.memberId());
		Optional.ofNullable(filter.pattern()).ifPresent((pattern) -> values.put("pattern", pattern));
		Optional.ofNullable(filter.network()).ifPresent((network) -> values.put("network", network));
		Optional.ofNullable(filter.kind()).ifPresent((kind) -> values.put("kind", kind.name()));
		if (after != null) {
			values.putAll(after.values());
		}
		return values;
	}

	private static boolean isWanted(Rank rank, Rank first, ConnectionFilter filter) {
		return rank.compareTo(first) >= 0
				&& (filter.focus() == null || filter.focus().mayStandUnder(rank, filter.grouped()));
	}

	private static String part(ConnectionBranch branch, ConnectionFilter filter, @Nullable ConnectionCursor after) {
		List<String> conditions = conditions(filter);
		conditions.addFirst(branch.condition());
		if (filter.focus() != null) {
			conditions.add(filter.focus().condition(branch.rank()));
		}
		if (after != null) {
			conditions.add("(%s, %s) >= (:at, :login)".formatted(branch.at(), branch.login()));
			conditions.add("(%s, %s, k.lost_cause is null, k.channel_id) > (:at, :login, :sound, :channel)"
				.formatted(branch.at(), branch.login()));
		}
		return """
				(select %d as rank, %s as at, l.id as login_id, k.lost_cause is null as sound, k.channel_id
				from %s
				join connection k on k.login_id = l.id
				join channel c on c.id = k.channel_id and c.archived_at is null
				join creator r on r.id = c.creator_id and r.archived_at is null
				where l.organization_id = :organization and %s
				order by at, login_id, sound, channel_id limit :limit)
				""".formatted(branch.rank().place(), branch.at(), branch.from(), String.join(" and ", conditions));
	}

	private static String disconnected(ConnectionFilter filter, @Nullable ConnectionCursor after) {
		List<String> conditions = conditions(filter);
		conditions.addFirst("true");
		if (after != null) {
			conditions.add("coalesce(k.disconnected_at, k.connected_at) <= :at");
			conditions.add("(coalesce(k.disconnected_at, k.connected_at) < :at or k.channel_id > :channel)");
		}
		return """
				(select %d as rank, coalesce(k.disconnected_at, k.connected_at) as at, cast('%s' as uuid) as login_id,
					true as sound, k.channel_id
				from connection k
				join channel c on c.id = k.channel_id and c.archived_at is null
				join creator r on r.id = c.creator_id and r.archived_at is null
				where k.organization_id = :organization and k.login_id is null and %s
				order by at desc, channel_id limit :limit)
				""".formatted(Rank.DISCONNECTED.place(), ConnectionCursor.NOBODY, String.join(" and ", conditions));
	}

	private static List<String> conditions(ConnectionFilter filter) {
		List<String> conditions = new ArrayList<>();
		if (filter.search() != null) {
			conditions.add("(c.handle ilike :pattern or c.display_name ilike :pattern or r.name ilike :pattern)");
		}
		if (filter.network() != null) {
			conditions.add("c.network = :network");
		}
		if (filter.kind() != null) {
			conditions.add("c.kind = :kind");
		}
		if (filter.mine()) {
			conditions.add("r.looked_after_by = :member");
		}
		if (filter.byMe()) {
			conditions.add("k.connected_by_member = :member");
		}
		return conditions;
	}

	private static ConnectionCursor found(ResultSet row, int number) throws SQLException {
		return new ConnectionCursor(Rank.at(row.getInt("rank")), row.getObject("at", OffsetDateTime.class),
				row.getObject("login_id", UUID.class), row.getBoolean("sound"),
				row.getObject("channel_id", UUID.class));
	}

}
