package io.channelkeeper.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.support.ProcessRegister;
import io.channelkeeper.support.ProcessWatch;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.Tenancy;

/**
 * The rows of mails. Each statement is a short transaction of its own unless the caller
 * has one.
 */
@Component
class MailStore {

	/**
	 * After this long nobody is sending it any more: longer than all the time limits of
	 * one attempt together.
	 */
	private static final Duration SENDING_AT_MOST = Duration.ofMinutes(15);

	private static final String END = """
			update mail set state = :state, content = null, sent_at = :sent, refused_at = :refused, error = :error,
				owner = null
			where id = :id and state = 'SENDING' and owner = :owner and attempts = :attempts""";

	private static final String LATER = """
			update mail set state = 'QUEUED', due_at = coalesce(:due, created_at), pauses = pauses + :pauses,
				error = :error, owner = null
			where id = :id and state = 'SENDING' and owner = :owner and attempts = :attempts""";

	private final JdbcClient jdbc;

	private final Clock clock;

	private final String owner;

	private final ProcessWatch watch;

	MailStore(JdbcClient jdbc, Clock clock, ProcessRegister processes) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.owner = processes.id().toString();
		this.watch = new ProcessWatch(processes);
	}

	void add(UUID id, MailDraft draft, String subject, byte[] content) {
		Timestamp now = Timestamp.from(this.clock.instant());
		this.jdbc.sql("""
				insert into mail (id, organization_id, kind, recipient, subject, content, state, created_at, due_at)
				values (:id, :organization, :kind, :recipient, :subject, :content, 'QUEUED', :now, :now)""")
			.param("id", id)
			.param("organization", draft.organizationId())
			.param("kind", draft.kind())
			.param("recipient", draft.recipient().value())
			.param("subject", subject)
			.param("content", content)
			.param("now", now)
			.update();
	}

	/**
	 * Takes one due mail. Mails are due since they were queued, so that the oldest one
	 * comes first, unless they were put off for their own sake.
	 */
	Optional<ClaimedMail> claim() {
		return claim("due_at <= :now order by due_at, id", Map.of());
	}

	/** Takes the oldest mail, due or not. */
	Optional<ClaimedMail> claimOldest() {
		return claim("true order by created_at, id", Map.of());
	}

	/** Takes the newest mail, due or not, but not that one. */
	Optional<ClaimedMail> claimNewestBut(ClaimedMail other) {
		return claim("id <> :other order by created_at desc, id desc", Map.of("other", other.id()));
	}

	/** Takes one that was queued before, due or not. */
	Optional<ClaimedMail> claimOlderThan(Instant moment) {
		return claim("created_at < :moment order by created_at", Map.of("moment", moment.atOffset(ZoneOffset.UTC)));
	}

	private Optional<ClaimedMail> claim(String which, Map<String, ?> parameters) {
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				update mail set state = 'SENDING', owner = :owner, attempts = attempts + 1, due_at = :until
				where id = (select id from mail where state = 'QUEUED' and %s limit 1 for update skip locked)
				returning id, organization_id, kind, recipient, subject, attempts, pauses, created_at
				""".formatted(which))
			.params(parameters)
			.param("owner", this.owner)
			.param("until", Timestamp.from(now.plus(SENDING_AT_MOST)))
			.param("now", Timestamp.from(now))
			.query(MailStore::claimed)
			.optional();
	}

	/** What a claimed mail says, sealed. */
	byte[] content(ClaimedMail mail) {
		return this.jdbc.sql("select content from mail where id = :id")
			.param("id", mail.id())
			.query(byte[].class)
			.single();
	}

	void sent(ClaimedMail mail) {
		end(mail, MailState.SENT, null);
	}

	/** Whether it was still this sender's to give up. */
	boolean refused(ClaimedMail mail, String error) {
		return end(mail, MailState.REFUSED, error);
	}

	private boolean end(ClaimedMail mail, MailState state, @Nullable String error) {
		Timestamp now = Timestamp.from(this.clock.instant());
		return this.jdbc.sql(END)
			.param("state", state.name())
			.param("sent", (state == MailState.SENT) ? now : null, Types.TIMESTAMP)
			.param("refused", (state == MailState.REFUSED) ? now : null, Types.TIMESTAMP)
			.param("error", error)
			.param("id", mail.id())
			.param("owner", this.owner)
			.param("attempts", mail.attempts())
			.update() == 1;
	}

	/** It waits for its own sake. */
	void later(ClaimedMail mail, Duration pause, String error) {
		putBack(mail, this.clock.instant().plus(pause), error);
	}

	/** It waits for the server, in the place that it had. */
	void putBack(ClaimedMail mail, String error) {
		putBack(mail, null, error);
	}

	private void putBack(ClaimedMail mail, @Nullable Instant due, String error) {
		this.jdbc.sql(LATER)
			.param("due", (due != null) ? Timestamp.from(due) : null, Types.TIMESTAMP)
			.param("pauses", (due != null) ? 1 : 0)
			.param("error", error)
			.param("id", mail.id())
			.param("owner", this.owner)
			.param("attempts", mail.attempts())
			.update();
	}

	/** What was put off need not wait any longer, and is as old as it is. */
	void release() {
		this.jdbc.sql("update mail set due_at = created_at where state = 'QUEUED' and due_at <> created_at").update();
	}

	/** Puts back what a sender left behind when it died. */
	int revive() {
		List<UUID> owners = this.jdbc
			.sql("select distinct owner from mail where state = 'SENDING' and owner is not null")
			.query(String.class)
			.list()
			.stream()
			.map(UUID::fromString)
			.toList();
		return this.jdbc.sql("""
				update mail set state = 'QUEUED', owner = null, due_at = created_at
				where state = 'SENDING' and (due_at <= :now or owner = any(:gone))""")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("gone", this.watch.gone(owners).stream().map(UUID::toString).toArray(String[]::new))
			.update();
	}

	Map<UUID, MailState> states(Collection<UUID> ids) {
		Map<UUID, MailState> states = new HashMap<>();
		this.jdbc.sql("""
				select id, state from mail where id = any(:ids)
				and (coalesce(organization_id, :nobody) = :organization or :organization = :everybody)""")
			.param("ids", ids.toArray(UUID[]::new))
			.param("nobody", Tenancy.NOBODY)
			.param("everybody", Tenancy.EVERYBODY)
			.param("organization", Tenancy.current())
			.query((ResultSet row) -> {
				states.put(row.getObject("id", UUID.class), MailState.valueOf(row.getString("state")));
			});
		return states;
	}

	private static ClaimedMail claimed(ResultSet row, int number) throws SQLException {
		return new ClaimedMail(row.getObject("id", UUID.class), row.getObject("organization_id", UUID.class),
				row.getString("kind"), row.getString("recipient"), row.getString("subject"), row.getInt("attempts"),
				row.getInt("pauses"), SqlMoments.in(row, "created_at"));
	}

}
