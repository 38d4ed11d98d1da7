package io.channelkeeper.warning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.channelkeeper.mail.MailState;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.support.SqlIds;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.Tenancy;

/**
 * Reads what was told of channels to whom, in pages.
 */
@Repository
class LedgerRows {

	/** Everybody who is told: members and creators. */
	private static final String TOLD = """
			select w.id, w.organization_id, w.channel_id, w.kind, w.about, w.days, w.created_at, w.due_at, w.settled_at,
				w.outcome, w.mail_id, w.member_id, cast(null as uuid) as told_creator
			from warning w
			union all
			select w.id, w.organization_id, w.channel_id, case when w.days is null then 'INTERRUPTED' else 'EXPIRING' end,
				w.about, w.days, w.created_at, w.due_at, w.settled_at, w.outcome, w.mail_id, null, w.creator_id
			from creator_warning w
			""";

	private static final String LINES = """
			select w.*, coalesce(p.name, t.name) as recipient, c.network, c.handle, c.display_name, r.name as creator,
				m.recipient as address, m.state as mail_state, m.sent_at, m.refused_at,
				m.due_at as mail_due_at, m.error,
				w.kind = 'INTERRUPTED' and w.settled_at is null
					and exists (select 1 from connection k join social_login l on l.id = k.login_id
					where k.channel_id = w.channel_id and l.provider = any(:held)) as held
			from (select * from (%s) t where t.organization_id = :organization and %s limit :most) w
			join channel c on c.id = w.channel_id
			join creator r on r.id = c.creator_id
			left join member n on n.id = w.member_id
			left join person p on p.id = n.person_id
			left join creator t on t.id = w.told_creator
			left join mail m on m.id = w.mail_id
			order by %s
			""";

	static final String NEWEST_OF_CHANNEL = LINES.formatted(TOLD, """
			t.channel_id = :channel and (cast(:before as uuid) is null
				or (t.created_at, t.id) < (select b.created_at, b.id from (%s) b
					where b.id = :before and b.channel_id = :channel))
			order by t.created_at desc, t.id desc""".formatted(TOLD), "w.created_at desc, w.id desc");

	private static final String AFTER = """
			t.created_at < :until and (t.created_at, t.id) > (:since, :after) %s
			order by t.created_at, t.id""";

	private static final String OF_CHANNEL = LINES.formatted(TOLD, AFTER.formatted("and t.channel_id = :channel"),
			"w.created_at, w.id");

	static final String OF_ALL = LINES.formatted(TOLD, AFTER.formatted(""), "w.created_at, w.id");

	private final JdbcClient jdbc;

	LedgerRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The newest of a channel of the bound organization.
	 * @param before only what is older than this one, or null
	 * @param held providers that are in trouble
	 */
	List<LedgerLine> newest(UUID channel, @Nullable UUID before, int most, Set<ProviderId> held, Instant now) {
		return statement(NEWEST_OF_CHANNEL, most, held).param("channel", channel)
			.param("before", before)
			.query((row, number) -> line(row, now))
			.list();
	}

	/**
	 * The next ones in the order of their making.
	 * @param channel of this channel only, or null for the whole bound organization
	 */
	List<LedgerLine> next(@Nullable UUID channel, Place place, int most, Set<ProviderId> held, Instant now) {
		JdbcClient.StatementSpec statement = statement((channel != null) ? OF_CHANNEL : OF_ALL, most, held)
			.param("since", place.since().atOffset(ZoneOffset.UTC))
			.param("after", place.after())
			.param("until", place.until().atOffset(ZoneOffset.UTC));
		return ((channel != null) ? statement.param("channel", channel) : statement)
			.query((row, number) -> line(row, now))
			.list();
	}

	private JdbcClient.StatementSpec statement(String sql, int most, Set<ProviderId> held) {
		return this.jdbc.sql(sql)
			.param("organization", Tenancy.current())
			.param("most", most)
			.param("held", held.stream().map(ProviderId::value).toArray(String[]::new));
	}

	private static LedgerLine line(ResultSet row, Instant now) throws SQLException {
		String words = row.getString("error");
		WarningFate fate = fate(row, words != null, now);
		return new LedgerLine(SqlIds.in(row, "id"),
				new LedgerLine.About(row.getString("creator"), new NetworkId(row.getString("network")),
						row.getString("handle"), row.getString("display_name")),
				WarningKind.valueOf(row.getString("kind")), SqlMoments.in(row, "about"),
				row.getObject("days", Integer.class),
				new LedgerLine.To(row.getString("recipient"), row.getObject("told_creator") != null,
						row.getString("address")),
				SqlMoments.in(row, "created_at"), fate, fateAt(row, fate), (words != null && fate != WarningFate.SENT)
						? new LedgerLine.Answer(MailAnswer.of(words), words) : null);
	}

	private static WarningFate fate(ResultSet row, boolean tried, Instant now) throws SQLException {
		String outcome = row.getString("outcome");
		if (outcome != null) {
			String mail = row.getString("mail_state");
			return (mail != null) ? WarningFate.mailed(MailState.valueOf(mail), tried)
					: (row.getObject("told_creator") != null) ? WarningFate.settled(CreatorOutcome.valueOf(outcome))
							: WarningFate.settled(WarningOutcome.valueOf(outcome));
		}
		if (row.getBoolean("held")) {
			return WarningFate.HELD;
		}
		return SqlMoments.in(row, "due_at").isAfter(now) ? WarningFate.GATHERED : WarningFate.DUE;
	}

	private static @Nullable Instant fateAt(ResultSet row, WarningFate fate) throws SQLException {
		return switch (fate) {
			case HELD, DUE -> null;
			case GATHERED -> SqlMoments.in(row, "due_at");
			case DELAYED -> SqlMoments.maybe(row, "mail_due_at");
			case SENT -> SqlMoments.maybe(row, "sent_at");
			case REFUSED -> SqlMoments.maybe(row, "refused_at");
			default -> SqlMoments.in(row, "settled_at");
		};
	}

	/**
	 * Where to read on.
	 *
	 * @param since from when on
	 * @param after after which one of that moment
	 * @param until before when
	 */
	record Place(Instant since, UUID after, Instant until) {

		/** The place behind a line. */
		Place behind(LedgerLine line) {
			return new Place(line.createdAt(), line.id(), this.until);
		}

	}

}
