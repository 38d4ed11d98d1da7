package io.channelkeeper.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.channelkeeper.support.Ids;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.Tenancy;

/**
 * The rows of requests to colleagues, of the bound organization only. A channel has at
 * most one that is open.
 */
@Repository
class ReconnectRequestRows {

	/**
	 * Of two at the same moment the second waits here and sees the first. Nobody waits
	 * for those who have left.
	 */
	private static final String ASK = """
			insert into reconnect_request as r (id, version, organization_id, channel_id, asked_by, asked_at, asked)
			values (:id, 0, :organization, :channel, :by, :now, :asked)
			on conflict (channel_id) where ended_at is null do update
				set version = r.version + 1, asked_by = :by, asked_at = :now, asked = :asked, opened_at = null
				where r.organization_id = :organization
					and (r.asked_at <= :before or (:instead and not r.asked @> :asked) or not exists (
						select 1 from member m where m.id = any(r.asked) and m.organization_id = :organization and m.active))
			returning id, channel_id, asked_by, asked_at, asked, opened_at
			""";

	/** What hangs on the same login and works again is no longer asked for (H-7). */
	private static final String END_WORKING = """
			update reconnect_request r set ended_at = greatest(r.asked_at, :now)
			from connection_state(:now) s
			where r.organization_id = :organization and r.ended_at is null and s.channel_id = r.channel_id
				and s.state in ('CONNECTED', 'EXPIRING') and (r.channel_id = any(:channels)
					or s.login_id in (select k.login_id from connection k where k.channel_id = any(:channels)))
			""";

	private final JdbcClient jdbc;

	ReconnectRequestRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Holds a channel and its creator until the transaction ends, as whoever connects it
	 * does.
	 * @return whether there is such a channel and neither was put away
	 */
	boolean hold(UUID channel) {
		return this.jdbc.sql("""
				select 1 from channel c join creator r on r.id = c.creator_id
				where c.id = :id and c.organization_id = :organization
					and c.archived_at is null and r.archived_at is null
				for share of r for no key update of c
				""")
			.param("id", channel)
			.param("organization", Tenancy.current())
			.query(Integer.class)
			.optional()
			.isPresent();
	}

	/** Empty when there is an open one that is younger than the given moment. */
	Optional<ReconnectRequest> ask(UUID channel, UUID by, Set<UUID> asked, Instant now) {
		return ask(false, channel, by, asked, now);
	}

	/** Asks who was not asked yet at once; empty when that member was. */
	Optional<ReconnectRequest> askInstead(UUID channel, UUID by, UUID member, Instant now) {
		return ask(true, channel, by, Set.of(member), now);
	}

	private Optional<ReconnectRequest> ask(boolean instead, UUID channel, UUID by, Set<UUID> asked, Instant now) {
		return this.jdbc.sql(ASK)
			.param("instead", instead)
			.param("id", Ids.next())
			.param("organization", Tenancy.current())
			.param("channel", channel)
			.param("by", by)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("asked", asked.toArray(UUID[]::new))
			.param("before", now.minus(ReconnectRequest.REST).atOffset(ZoneOffset.UTC))
			.query(ReconnectRequestRows::request)
			.optional();
	}

	/**
	 * Those that one of those who were asked can still answer: young ones, and any that
	 * is about an interruption that lasts.
	 */
	List<ReconnectRequest> open(Collection<UUID> channels, Instant now) {
		return this.jdbc.sql("""
				select r.id, r.channel_id, r.asked_by, r.asked_at, r.asked, r.opened_at from reconnect_request r
				where r.organization_id = :organization and r.channel_id = any(:channels) and r.ended_at is null
					and exists (select 1 from member m
						where m.id = any(r.asked) and m.organization_id = :organization and m.active)
					and (r.asked_at > :lately or exists (select 1 from connection_state(:now) s
						where s.channel_id = r.channel_id and s.state in ('EXPIRED', 'INVALID', 'UNREADABLE')
							and r.asked_at >= least(s.since, s.renew_by)))
				""")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("lately", now.minus(ReconnectRequest.ANSWER).atOffset(ZoneOffset.UTC))
			.param("organization", Tenancy.current())
			.param("channels", channels.toArray(UUID[]::new))
			.query(ReconnectRequestRows::request)
			.list();
	}

	/** Marks that of a channel as opened by one of those who were asked, once. */
	void open(UUID channel, UUID member, Instant now) {
		this.jdbc
			.sql("""
					update reconnect_request set opened_at = greatest(asked_at, :now)
					where organization_id = :organization and channel_id = :channel and ended_at is null and opened_at is null
						and asked_by <> :member and :member = any(asked)
					""")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("organization", Tenancy.current())
			.param("channel", channel)
			.param("member", member)
			.update();
	}

	/** Ends those of channels that work, and of their neighbours that do. */
	void endWorking(Collection<UUID> channels, Instant now) {
		this.jdbc.sql(END_WORKING)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("organization", Tenancy.current())
			.param("channels", channels.toArray(UUID[]::new))
			.update();
	}

	/**
	 * Ends, over all organizations, those that were asked in a gap which has ended since,
	 * however that came.
	 */
	int endRecovered(Instant now) {
		return this.jdbc.sql("""
				update reconnect_request r set ended_at = greatest(r.asked_at, :now)
				where r.ended_at is null
					and exists (select 1 from data_gap g where g.channel_id = r.channel_id
						and g.begins_at <= r.asked_at and g.ends_at > r.asked_at)
					and not exists (select 1 from data_gap o where o.channel_id = r.channel_id and o.ends_at is null)
				""").param("now", now.atOffset(ZoneOffset.UTC)).update();
	}

	/** Ends that of a channel. */
	void end(UUID channel, Instant now) {
		end("channel_id = :id", channel, now);
	}

	/** Ends those of a creator's channels. */
	void endOfCreator(UUID creator, Instant now) {
		end("channel_id in (select c.id from channel c where c.creator_id = :id)", creator, now);
	}

	private void end(String which, UUID id, Instant now) {
		this.jdbc.sql("""
				update reconnect_request set ended_at = greatest(asked_at, :now)
				where organization_id = :organization and ended_at is null and\s""" + which)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("organization", Tenancy.current())
			.param("id", id)
			.update();
	}

	private static ReconnectRequest request(ResultSet row, int number) throws SQLException {
		return new ReconnectRequest(row.getObject("id", UUID.class), row.getObject("channel_id", UUID.class),
				row.getObject("asked_by", UUID.class), SqlMoments.in(row, "asked_at"),
				Set.of((UUID[]) row.getArray("asked").getArray()), SqlMoments.maybe(row, "opened_at"));
	}

}
