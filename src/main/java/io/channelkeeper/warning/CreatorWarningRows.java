package io.channelkeeper.warning;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.channelkeeper.network.ProviderId;
import io.channelkeeper.support.SqlIds;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.Tenancy;

/**
 * The rows of warnings to creators, from what is due to the mail that tells it.
 */
@Repository
class CreatorWarningRows {

	/** As for members, all is found before anything is written down. */
	private static final String INSERT = """
			with due as materialized (%2$s)
			insert into creator_warning (id, organization_id, creator_id, channel_id, about, days, created_at, due_at,
				settled_at, outcome)
			select %1$s, d.organization_id, d.creator_id, d.channel_id, d.about, d.days, :now, :due,
				case when s.outcome is not null then cast(:now as timestamptz) end, s.outcome
			from due d
			join organization o on o.id = d.organization_id
			cross join lateral (select case when not o.renewal_mails then 'OFF'
				when d.creator_email is null then 'NO_ADDRESS' end as outcome) s
			on conflict (channel_id, about, days) do update
				set created_at = excluded.created_at, due_at = excluded.due_at, settled_at = excluded.settled_at,
					outcome = excluded.outcome
				where creator_warning.outcome = 'MOVED'
			""";

	private static final String ADD = INSERT.formatted(SqlIds.NEW, "select t.*, t.deadline as about from ("
			+ ExpiryRows.due("e.connected_by_creator", "creator_warning w where true") + ") t");

	private static final String ADD_BROKEN = INSERT.formatted(SqlIds.NEW, """
			select c.organization_id, c.creator_id, r.email as creator_email, c.id as channel_id, t.about,
				cast(null as smallint) as days
			from unnest(:channels, cast(:about as timestamptz[])) as t(channel, about)
			join channel c on c.id = t.channel and c.organization_id = :organization and c.archived_at is null
			join creator r on r.id = c.creator_id and r.archived_at is null
			""");

	private static final String SETTLE_MOVED = ExpiryRows.moved("creator_warning", "w.days is not null",
			"e.connected_by_creator");

	/** That access was lost at a network that is in trouble waits. */
	private static final String NOT_HELD = "(w.days is not null or " + WarningRows.NOT_HELD + ")";

	private final JdbcClient jdbc;

	CreatorWarningRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Writes down what the creators of all organizations are to be told now that it ends,
	 * as for members.
	 * @param usual the rules of organizations that made none
	 * @param hour the hour of the day of organizations that chose none
	 * @return how many warnings
	 */
	int add(List<WarningRule> usual, int hour, Instant now) {
		return this.jdbc.sql(ADD)
			.params(ExpiryRows.dueValues(this.jdbc, usual, hour, now))
			.param("due", now.atOffset(ZoneOffset.UTC))
			.param("begin", SqlIds.begin())
			.update();
	}

	/**
	 * Writes down what creators of the bound organization are to be told of what broke.
	 * @param begins since when, by channel: the same moment is told once
	 */
	void addBroken(Map<UUID, Instant> begins, Instant now, Instant due) {
		List<UUID> channels = List.copyOf(begins.keySet());
		this.jdbc.sql(ADD_BROKEN)
			.param("channels", channels.toArray(UUID[]::new))
			.param("about",
					channels.stream().map((channel) -> String.valueOf(begins.get(channel))).toArray(String[]::new))
			.param("organization", Tenancy.current())
			.param("begin", SqlIds.begin())
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("due", due.atOffset(ZoneOffset.UTC))
			.update();
	}

	/**
	 * Settles what was not told yet of ends that are none any more.
	 * @return how many warnings
	 */
	int settleMoved(Instant now) {
		return this.jdbc.sql(SETTLE_MOVED).param("now", now.atOffset(ZoneOffset.UTC)).update();
	}

	/**
	 * Which creators are to be told something now, over all organizations; whoever waits
	 * longest first.
	 * @param held providers of whose channels nobody is told that they broke
	 */
	List<Recipient> due(Set<ProviderId> held, Instant now, int most) {
		return this.jdbc.sql("""
				select w.organization_id, w.creator_id from creator_warning w
				where w.settled_at is null and w.due_at <= :now and %s
				group by w.organization_id, w.creator_id order by min(w.due_at) limit :most
				""".formatted(NOT_HELD))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("held", WarningRows.values(held))
			.param("most", most)
			.query((row, number) -> new Recipient(SqlIds.in(row, "organization_id"), SqlIds.in(row, "creator_id")))
			.list();
	}

	/**
	 * Takes everything that a creator is to be told, due or not, until the transaction
	 * ends; whoever comes second waits for that, and finds what is left.
	 */
	List<Open> take(UUID creator, Set<ProviderId> held) {
		return this.jdbc.sql("""
				select w.id, w.channel_id, w.about, w.days, w.due_at from creator_warning w
				where w.organization_id = :organization and w.creator_id = :creator and w.settled_at is null and %s
				order by w.id for update of w
				""".formatted(NOT_HELD))
			.param("organization", Tenancy.current())
			.param("creator", creator)
			.param("held", WarningRows.values(held))
			.query((row, number) -> new Open(SqlIds.in(row, "id"), SqlIds.in(row, "channel_id"),
					SqlMoments.in(row, "about"), row.getObject("days", Integer.class), SqlMoments.in(row, "due_at")))
			.list();
	}

	/** Nothing more is to be done about warnings, for a reason other than a mail. */
	void settle(Collection<Open> warnings, CreatorOutcome outcome, Instant now) {
		settle(warnings, outcome, null, now);
	}

	/** A mail tells them. */
	void mailed(Collection<Open> warnings, UUID mail, Instant now) {
		settle(warnings, CreatorOutcome.MAILED, mail, now);
	}

	/** They are looked at again later. */
	void postpone(Collection<Open> warnings, Instant due) {
		this.jdbc
			.sql("update creator_warning set due_at = :due where id = any(:ids) and organization_id = :organization")
			.param("due", due.atOffset(ZoneOffset.UTC))
			.param("ids", ids(warnings))
			.param("organization", Tenancy.current())
			.update();
	}

	private void settle(Collection<Open> warnings, CreatorOutcome outcome, @Nullable UUID mail, Instant now) {
		if (warnings.isEmpty()) {
			return;
		}
		this.jdbc.sql("""
				update creator_warning set settled_at = :now, outcome = :outcome, mail_id = :mail
				where id = any(:ids) and organization_id = :organization
				""")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("outcome", outcome.name())
			.param("mail", mail)
			.param("ids", ids(warnings))
			.param("organization", Tenancy.current())
			.update();
	}

	private static UUID[] ids(Collection<Open> warnings) {
		return warnings.stream().map(Open::id).toArray(UUID[]::new);
	}

	/**
	 * Somebody who is to be told something.
	 *
	 * @param organization the organization
	 * @param creator the creator
	 */
	record Recipient(UUID organization, UUID creator) {
	}

	/**
	 * A warning that the creator was not told yet.
	 *
	 * @param id the warning
	 * @param channel what about
	 * @param about the deadline, or since when it is interrupted
	 * @param days how many days before the deadline, or null where it is interrupted
	 * @param dueAt when it is to be looked at
	 */
	record Open(UUID id, UUID channel, Instant about, @Nullable Integer days, Instant dueAt) {

		/** Of the last two days one is told however lately the creator was written to. */
		boolean isLast() {
			return this.days != null && this.days <= 1;
		}

	}

}
