package io.channelkeeper.warning;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.channelkeeper.network.ProviderId;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.SqlIds;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.Tenancy;

/**
 * The rows of warnings, from what happened to the mail that tells it.
 */
@Repository
class WarningRows {

	/** Only members who can sign in are warned, and only once of the same moment. */
	private static final String ADD = """
			insert into warning (id, organization_id, member_id, channel_id, kind, about, created_at, due_at)
			select t.id, m.organization_id, m.id, c.id, :kind, t.about, :now, :due
			from unnest(:ids, :members, :channels, cast(:about as timestamptz[])) as t(id, member, channel, about)
			join member m on m.id = t.member and m.organization_id = :organization and m.active
			join channel c on c.id = t.channel and c.organization_id = :organization
			on conflict (channel_id, kind, about, days, member_id) do nothing
			""";

	/** What was told to somebody is told. */
	private static final String REOPEN = """
			update warning w set settled_at = null, outcome = null, due_at = :due
			from unnest(:members, :channels, cast(:about as timestamptz[])) as t(member, channel, about)
			where w.channel_id = t.channel and w.kind = :kind and w.about = t.about and w.member_id = t.member
				and w.organization_id = :organization and w.outcome = 'UNSUBSCRIBED'
				and not exists (select from warning o where o.channel_id = w.channel_id and o.kind = w.kind
					and o.about = w.about and o.outcome = 'MAILED')
			""";

	/** What hangs on a login of a network that is in trouble waits. */
	static final String NOT_HELD = """
			not exists (select 1 from connection k join social_login l on l.id = k.login_id
				where k.channel_id = w.channel_id and l.provider = any(:held))""";

	private final JdbcClient jdbc;

	WarningRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Writes down what members are to be told; what they were told already stays. */
	void add(WarningKind kind, List<Draft> drafts, Instant now, Instant due) {
		this.jdbc.sql(ADD)
			.param("ids", drafts.stream().map((draft) -> Ids.next()).toArray(UUID[]::new))
			.param("members", drafts.stream().map(Draft::member).toArray(UUID[]::new))
			.param("channels", drafts.stream().map(Draft::channel).toArray(UUID[]::new))
			.param("about", drafts.stream().map((draft) -> draft.about().toString()).toArray(String[]::new))
			.param("organization", Tenancy.current())
			.param("kind", kind.name())
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("due", due.atOffset(ZoneOffset.UTC))
			.update();
	}

	/**
	 * Opens warnings again that were settled because the member had unsubscribed: there
	 * is nobody else any more.
	 */
	void reopen(WarningKind kind, List<Draft> drafts, Instant due) {
		if (drafts.isEmpty()) {
			return;
		}
		this.jdbc.sql(REOPEN)
			.param("members", drafts.stream().map(Draft::member).toArray(UUID[]::new))
			.param("channels", drafts.stream().map(Draft::channel).toArray(UUID[]::new))
			.param("about", drafts.stream().map((draft) -> draft.about().toString()).toArray(String[]::new))
			.param("organization", Tenancy.current())
			.param("kind", kind.name())
			.param("due", due.atOffset(ZoneOffset.UTC))
			.update();
	}

	/**
	 * Who is to be told something now, over all organizations; whoever waits longest
	 * first.
	 * @param held providers of whose channels nothing is told
	 */
	List<Recipient> due(WarningKind kind, Set<ProviderId> held, Instant now, int most) {
		return this.jdbc.sql("""
				select w.organization_id, w.member_id from warning w
				where w.settled_at is null and w.due_at <= :now and w.kind = :kind and %s
				group by w.organization_id, w.member_id order by min(w.due_at) limit :most
				""".formatted(NOT_HELD))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("kind", kind.name())
			.param("held", values(held))
			.param("most", most)
			.query((row, number) -> new Recipient(SqlIds.in(row, "organization_id"), SqlIds.in(row, "member_id")))
			.list();
	}

	/**
	 * Takes everything that a member is to be told, due or not, until the transaction
	 * ends; whoever comes second waits for that, and finds what is left.
	 */
	List<Open> take(WarningKind kind, UUID member, Set<ProviderId> held) {
		return this.jdbc.sql("""
				select w.id, w.channel_id, w.due_at from warning w
				where w.organization_id = :organization and w.member_id = :member and w.settled_at is null
					and w.kind = :kind and %s
				order by w.id for update of w
				""".formatted(NOT_HELD))
			.param("organization", Tenancy.current())
			.param("member", member)
			.param("kind", kind.name())
			.param("held", values(held))
			.query((row, number) -> new Open(SqlIds.in(row, "id"), SqlIds.in(row, "channel_id"),
					SqlMoments.in(row, "due_at")))
			.list();
	}

	/**
	 * Lets what a member is to be told wait for the next day at the organization's hour,
	 * and until that day's warnings are written down, so that all of it is one mail.
	 * @param usual the hour where the organization chose none
	 */
	void waitForTomorrow(WarningKind kind, UUID member, int usual, Instant now) {
		this.jdbc.sql("""
				update warning w set due_at = warning_moment(:now, -1, known_zone(o.time_zone, :now),
					coalesce(o.warning_hour, :usual)) + interval '6 minutes'
				from organization o
				where o.id = w.organization_id and w.organization_id = :organization and w.member_id = :member
					and w.kind = :kind and w.settled_at is null
				""")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("usual", usual)
			.param("organization", Tenancy.current())
			.param("member", member)
			.param("kind", kind.name())
			.update();
	}

	/**
	 * Opens again what admins were not told because somebody else would be, where nobody
	 * is (B-8).
	 * @param warnings what its members are not told after all
	 */
	void passToAdmins(Collection<UUID> warnings, Instant now) {
		this.jdbc.sql("""
				update warning w set settled_at = null, outcome = null, due_at = :now
				from warning l, member m
				where l.id = any(:ids) and l.organization_id = :organization and w.channel_id = l.channel_id
					and w.kind = l.kind and w.about = l.about and w.days is not distinct from l.days
					and w.outcome = 'UNSUBSCRIBED' and w.id <> l.id and m.id = w.member_id and m.active
					and m.role = 'ADMIN'
					and not exists (select from warning o left join mail y on y.id = o.mail_id
						where o.channel_id = l.channel_id and o.kind = l.kind and o.about = l.about
							and o.days is not distinct from l.days and o.id <> l.id
							and (o.settled_at is null or (o.outcome = 'MAILED' and y.state is distinct from 'REFUSED')))
				""")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("ids", warnings.toArray(UUID[]::new))
			.param("organization", Tenancy.current())
			.update();
	}

	/** What a mail was to tell. */
	List<UUID> ofMail(UUID mail) {
		return this.jdbc.sql("select id from warning where mail_id = :mail and organization_id = :organization")
			.param("mail", mail)
			.param("organization", Tenancy.current())
			.query((row, number) -> SqlIds.in(row, "id"))
			.list();
	}

	/** Whether a mail of that kind went to a member today, as the organization counts. */
	boolean isToldToday(WarningKind kind, UUID member, Instant now) {
		return this.jdbc
			.sql("""
					select exists (select from warning w join organization o on o.id = w.organization_id
						where w.organization_id = :organization and w.member_id = :member and w.kind = :kind
							and w.outcome = 'MAILED' and w.settled_at >= date_trunc('day', cast(:now as timestamptz), known_zone(o.time_zone, :now))
							and w.settled_at <= :now)
					""")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("organization", Tenancy.current())
			.param("member", member)
			.param("kind", kind.name())
			.query(Boolean.class)
			.single();
	}

	/**
	 * Those of some channels of whose end a member was told by the warning of its day.
	 */
	Set<UUID> endTold(UUID member, Collection<UUID> channels) {
		return new HashSet<>(this.jdbc.sql("""
				select distinct w.channel_id from warning w join ending_connection e on e.channel_id = w.channel_id
				where w.channel_id = any(:channels) and w.organization_id = :organization and w.kind = 'EXPIRING'
					and w.member_id = :member and w.days = 0 and w.outcome = 'MAILED'
					and %s
				""".formatted(SameEnd.of("w.about", "e.deadline")))
			.param("member", member)
			.param("channels", channels.toArray(UUID[]::new))
			.param("organization", Tenancy.current())
			.query(UUID.class)
			.list());
	}

	/**
	 * Those of a member's warnings of an end of which the member was told when the
	 * network ended the access before that day's mail.
	 */
	Set<UUID> interruptionTold(UUID member, Collection<UUID> warnings) {
		return new HashSet<>(this.jdbc.sql("""
				select w.id from warning w join warning i on i.channel_id = w.channel_id and i.kind = 'INTERRUPTED'
					and %s
				where w.id = any(:warnings) and w.organization_id = :organization and i.member_id = :member
					and i.outcome = 'MAILED'
				""".formatted(SameEnd.of("i.about", "w.about")))
			.param("warnings", warnings.toArray(UUID[]::new))
			.param("organization", Tenancy.current())
			.param("member", member)
			.query(UUID.class)
			.list());
	}

	/**
	 * Nothing more is to be done about warnings.
	 * @param mail the mail that tells them, or null
	 */
	void settle(Collection<UUID> warnings, WarningOutcome outcome, @Nullable UUID mail, Instant now) {
		this.jdbc.sql("""
				update warning set settled_at = :now, outcome = :outcome, mail_id = :mail
				where id = any(:ids) and organization_id = :organization
				""")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("outcome", outcome.name())
			.param("mail", mail)
			.param("ids", warnings.toArray(UUID[]::new))
			.param("organization", Tenancy.current())
			.update();
	}

	static String[] values(Set<ProviderId> providers) {
		return providers.stream().map(ProviderId::value).toArray(String[]::new);
	}

	/**
	 * A warning before it is written down.
	 *
	 * @param member who is to be told
	 * @param channel what about
	 * @param about the moment that it is about
	 */
	record Draft(UUID member, UUID channel, Instant about) {
	}

	/**
	 * Somebody who is to be told something.
	 *
	 * @param organization the organization
	 * @param member the member
	 */
	record Recipient(UUID organization, UUID member) {
	}

	/**
	 * A warning that nobody was told yet.
	 *
	 * @param id the warning
	 * @param channel what about
	 * @param dueAt when it is to be told at the latest
	 */
	record Open(UUID id, UUID channel, Instant dueAt) {
	}

}
