package io.channelkeeper.warning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.channelkeeper.support.Ids;
import io.channelkeeper.support.ProcessRegister;

/**
 * One channel that ends in ten days, of which many members are to be told, each by a mail
 * of their own, and what the rows of warnings and mails say of that.
 */
public final class WarningBench {

	/** The longest of the days that every network proposes. */
	private static final Duration AHEAD = Duration.ofDays(10);

	private static final int NOON = 12;

	private final UUID organization = Ids.next();

	private final UUID channel = Ids.next();

	private final JdbcClient jdbc;

	private final Clock clock;

	private final ExpiryRounds rounds;

	private final ProcessRegister processes;

	/**
	 * It is past noon at that organization, so that who is warned today is warned now.
	 */
	public WarningBench(ApplicationContext context, int members) {
		this.jdbc = context.getBean(JdbcClient.class);
		this.clock = context.getBean(Clock.class);
		this.rounds = context.getBean(ExpiryRounds.class);
		this.processes = context.getBean(ProcessRegister.class);
		run("""
				insert into organization (id, version, name, language, time_zone, created_at)
				values (:organization, 0, 'Bench', 'en', '%s', :now)""".formatted(zone()));
		run("""
				insert into person (id, version, email, name, language, time_zone, created_at)
				select gen_random_uuid(), 0, 'member' || n || '@example.com', 'Member ' || n, 'en', 'UTC', :now
				from generate_series(1, %d) n""".formatted(members));
		run("""
				insert into member (id, version, organization_id, person_id, role, created_at)
				select gen_random_uuid(), 0, :organization, id, 'MANAGER', :now from person""");
	}

	private String zone() {
		int hour = this.clock.instant().atOffset(ZoneOffset.UTC).getHour();
		return "Etc/GMT%+d".formatted(hour - NOON);
	}

	/** Connects the channel, and has everybody warned who is to be. */
	public void warn() {
		run("""
				insert into creator (id, version, organization_id, name, language, created_at)
				values (:channel, 0, :organization, 'Ana', 'en', :now)""");
		run("""
				insert into channel (id, version, organization_id, creator_id, network, handle, handle_key, external_id,
					added_at)
				values (:channel, 0, :organization, :channel, 'instagram', 'ana', 'ana', 'ana', :now)""");
		run("""
				insert into social_login (id, version, organization_id, provider, external_user_id, scopes, access_token,
					deadline, deadline_source, connected_at)
				values (:channel, 0, :organization, 'facebook', 'ana', '{}', '\\x00', :end, 'REPORTED', :begin)""");
		run("""
				insert into connection (channel_id, version, organization_id, login_id, last_login_id, granted, missing,
					connected_at, connected_by_creator)
				values (:channel, 0, :organization, :channel, :channel, '{}', '{}', :begin, true)""");
		this.rounds.look(this.clock.instant());
	}

	/** Rounds that are to come begin now. */
	public void hurry() {
		run("""
				update scheduled_tasks set execution_time = :now
				where task_name in ('warnings', 'mail-round') and not picked and execution_time > :now""");
	}

	/** The pause before the mail server is tried again is over. */
	public void tryNow() {
		run("update mail_gate set try_at = :now where try_at > :now");
	}

	/** Whether the processes know that the mail server takes nothing. */
	public boolean knowsTrouble() {
		return count("select count(*) from mail_gate where trouble_since is not null") > 0;
	}

	/** How many mails were handed over as far as we know. */
	public long sent() {
		return count("select count(*) from mail where state = 'SENT'");
	}

	/** Mails that a process was handing over when it ended. */
	public List<UUID> held() {
		return this.jdbc.sql("select id, owner from mail where state = 'SENDING'")
			.query((row, number) -> new Held(id(row, "id"), UUID.fromString(row.getString("owner"))))
			.list()
			.stream()
			.filter((held) -> this.processes.isGone(held.owner()))
			.map(Held::mail)
			.toList();
	}

	/** Mails that were not taken at some time, or are being handed over now. */
	public List<UUID> doubted() {
		return this.jdbc.sql("select id from mail where error is not null or attempts > 1 or state = 'SENDING'")
			.query((row, number) -> id(row, "id"))
			.list();
	}

	/** What the ledger says of every member. */
	public List<Entry> ledger() {
		return this.jdbc.sql("""
				select p.email, w.outcome, w.mail_id, m.state, m.sent_at, m.recipient from warning w
				join member r on r.id = w.member_id join person p on p.id = r.person_id
				left join mail m on m.id = w.mail_id""")
			.query((row, number) -> new Entry(row.getString("email"), row.getString("outcome"),
					row.getObject("mail_id", UUID.class), row.getString("state"),
					row.getObject("sent_at", OffsetDateTime.class), row.getString("recipient")))
			.list();
	}

	/** How many mails there are. */
	public long mails() {
		return count("select count(*) from mail");
	}

	private long count(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

	private void run(String sql) {
		Instant now = this.clock.instant();
		this.jdbc.sql(sql)
			.param("begin", now.minus(AHEAD).atOffset(ZoneOffset.UTC))
			.param("end", now.plus(AHEAD).atOffset(ZoneOffset.UTC))
			.param("organization", this.organization)
			.param("channel", this.channel)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
	}

	private static UUID id(ResultSet row, String column) throws SQLException {
		return java.util.Objects.requireNonNull(row.getObject(column, UUID.class));
	}

	private record Held(UUID mail, UUID owner) {
	}

	/**
	 * What the ledger says of one member.
	 *
	 * @param member the address
	 * @param outcome what became of the warning, or null
	 * @param mail the mail that tells it, or null
	 * @param state how that mail stands, or null
	 * @param sentAt when it was handed over, or null
	 * @param recipient to whom it went, or null
	 */
	public record Entry(String member, @Nullable String outcome, @Nullable UUID mail, @Nullable String state,
			@Nullable OffsetDateTime sentAt, @Nullable String recipient) {
	}

}
