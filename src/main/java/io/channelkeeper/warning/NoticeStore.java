package io.channelkeeper.warning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.support.Ids;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.Tenancy;

/**
 * The rows of notices, of the bound organization only.
 */
@Component
class NoticeStore {

	private static final String ADD = """
			insert into notice (id, organization_id, member_id, kind, message_key, arguments, link, subject, created_at,
				channels)
			select t.id, m.organization_id, m.id, :kind, :key, cast(:arguments as jsonb), :link, :subject, :now, :channels
			from unnest(:ids, :members) as t(id, member) join member m on m.id = t.member
			where m.organization_id = :organization and m.active and not %s
			returning member_id"""
		.formatted(HearingConditions.silent("m", ":kind", "'PRODUCT'",
				"exists (select from creator r where r.id = any(:creators) and r.looked_after_by = m.id)"));

	private static final String REPLACE = """
			delete from notice where organization_id = :organization and member_id = any(:members)
			and subject = :subject and message_key = :key and read_at is null""";

	/**
	 * Something that a notice is about comes to the end that its reader was warned of.
	 */
	private static final String ENDING = """
			exists (select from ending_connection e
				join warning w on w.channel_id = e.channel_id and w.kind = 'EXPIRING' and w.member_id = n.member_id
					and %s
				where e.channel_id = any(n.channels) and e.connected_at <= n.created_at)"""
		.formatted(SameEnd.of("w.about", "e.deadline"));

	/** Over all organizations. */
	private static final String SOLVE_MOVED = """
			update notice n set solved_at = :now, read_at = coalesce(n.read_at, :now)
			where n.solved_at is null and n.message_key = 'warning.expiring' and not %s""".formatted(ENDING);

	/**
	 * Nobody has to read what is over. What is interrupted for another reason since then
	 * has a notice of its own; a request is open until the channel works. What was put
	 * away keeps nothing open.
	 */
	private static final String SOLVE = """
			update notice n set solved_at = :now, read_at = coalesce(n.read_at, :now)
			where n.organization_id = :organization and n.solved_at is null and n.channels && :channels
				and not exists (select from data_gap g
					join channel c on c.id = g.channel_id and c.archived_at is null and c.id <> all(:away)
					join creator r on r.id = c.creator_id and r.archived_at is null
					where g.channel_id = any(n.channels) and g.ends_at is null and g.state <> 'DISCONNECTED'
						and (n.kind = 'REQUESTS' or g.begins_at <= n.created_at))
				and (n.message_key <> 'warning.expiring' or not (%s))""".formatted(ENDING);

	private static final String LIST = """
			select id, kind, message_key, arguments, link, created_at, read_at, solved_at from notice
			where organization_id = :organization and member_id = :member and (read_at is not null) = :read
			and (cast(:before as uuid) is null
				or (created_at, id) < (select created_at, id from notice where id = :before and member_id = :member))
			order by created_at desc, id desc limit :limit""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	NoticeStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Adds a notice for each of some members who wants to hear of it.
	 * @return who that is
	 */
	Set<UUID> add(Collection<UUID> members, NoticeDraft draft) {
		UUID[] receivers = members.toArray(UUID[]::new);
		if (draft.subject() != null) {
			this.jdbc.sql(REPLACE)
				.param("organization", Tenancy.current())
				.param("members", receivers)
				.param("subject", draft.subject())
				.param("key", draft.messageKey())
				.update();
		}
		return new HashSet<>(this.jdbc.sql(ADD)
			.param("ids", members.stream().map((member) -> Ids.next()).toArray(UUID[]::new))
			.param("members", receivers)
			.param("organization", Tenancy.current())
			.param("kind", draft.kind().name())
			.param("key", draft.messageKey())
			.param("arguments", this.json.writeValueAsString(draft.arguments()))
			.param("link", draft.link())
			.param("subject", draft.subject())
			.param("now", now())
			.param("channels", draft.channels().toArray(UUID[]::new))
			.param("creators", draft.creators().toArray(UUID[]::new))
			.query(UUID.class)
			.list());
	}

	/** Solves what is about channels, unless another one that it names is interrupted. */
	void solve(Collection<UUID> channels) {
		solve(channels, Set.of());
	}

	/** Solves what is about channels that are put away in this transaction. */
	void solvePutAway(Collection<UUID> channels) {
		solve(channels, channels);
	}

	/** Solves in all organizations what told of an end that is none any more. */
	void solveMoved() {
		this.jdbc.sql(SOLVE_MOVED).param("now", now()).update();
	}

	private void solve(Collection<UUID> channels, Collection<UUID> away) {
		this.jdbc.sql(SOLVE)
			.param("now", now())
			.param("organization", Tenancy.current())
			.param("channels", channels.toArray(UUID[]::new))
			.param("away", away.toArray(UUID[]::new))
			.update();
	}

	/** Deletes what the bound organization was told about subjects, read or not. */
	void forget(Collection<UUID> subjects) {
		this.jdbc.sql("delete from notice where organization_id = :organization and subject = any(:subjects)")
			.param("organization", Tenancy.current())
			.param("subjects", subjects.toArray(UUID[]::new))
			.update();
	}

	/**
	 * A member's notices, the newest first.
	 * @param read those that were read, or those that were not
	 * @param before only what is older than this notice, or null for all
	 */
	List<Notice> list(UUID member, boolean read, @Nullable UUID before, int limit) {
		return this.jdbc.sql(LIST)
			.param("organization", Tenancy.current())
			.param("member", member)
			.param("read", read)
			.param("before", before)
			.param("limit", limit)
			.query(this::notice)
			.list();
	}

	int unread(UUID member) {
		return this.jdbc.sql("""
				select count(*) from notice
				where member_id = :member and read_at is null and organization_id = :organization""")
			.param("member", member)
			.param("organization", Tenancy.current())
			.query(Integer.class)
			.single();
	}

	/** Marks a notice as read and answers where it leads. */
	Optional<String> read(UUID member, UUID notice) {
		return this.jdbc.sql("""
				update notice set read_at = coalesce(read_at, :now)
				where id = :id and member_id = :member and organization_id = :organization returning link""")
			.param("now", now())
			.param("id", notice)
			.param("member", member)
			.param("organization", Tenancy.current())
			.query(String.class)
			.optional();
	}

	void readAll(UUID member) {
		this.jdbc.sql("""
				update notice set read_at = :now
				where member_id = :member and read_at is null and organization_id = :organization""")
			.param("now", now())
			.param("member", member)
			.param("organization", Tenancy.current())
			.update();
	}

	private Notice notice(ResultSet row, int number) throws SQLException {
		List<String> arguments = List.of(this.json.readValue(row.getString("arguments"), String[].class));
		return new Notice(row.getObject("id", UUID.class), NoticeKind.valueOf(row.getString("kind")),
				row.getString("message_key"), arguments, row.getString("link"), SqlMoments.in(row, "created_at"),
				row.getTimestamp("read_at") != null, row.getTimestamp("solved_at") != null);
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

}
