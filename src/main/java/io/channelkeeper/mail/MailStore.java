package io.channelkeeper.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.support.Ids;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.Tenancy;

/**
 * The rows of mails. Each statement is a short transaction of its own unless the caller
 * has one.
 */
@Component
class MailStore {

	/** After this long nobody is sending it any more: its sender died. */
	private static final Duration SENDING_AT_MOST = Duration.ofMinutes(10);

	private static final String CLAIM = """
			update mail set state = 'SENDING', owner = :owner, attempts = attempts + 1, due_at = :until
			where id = (select id from mail
				where state = 'QUEUED' and due_at <= :now and (cast(:id as uuid) is null or id = :id)
				order by due_at limit 1 for update skip locked)
			returning id, organization_id, kind, recipient, subject, attempts, created_at""";

	private static final String END = """
			update mail set state = :state, content = null, sent_at = :sent, error = :error, owner = null
			where id = :id and state = 'SENDING' and owner = :owner and attempts = :attempts""";

	private static final String LATER = """
			update mail set state = 'QUEUED', due_at = :due, error = :error, owner = null
			where id = :id and state = 'SENDING' and owner = :owner and attempts = :attempts""";

	private final JdbcClient jdbc;

	private final Clock clock;

	private final String owner = Ids.next().toString();

	MailStore(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
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
	 * Takes one due mail.
	 * @param id this one only, or null for whichever is due first
	 */
	Optional<ClaimedMail> claim(@Nullable UUID id) {
		Instant now = this.clock.instant();
		return this.jdbc.sql(CLAIM)
			.param("owner", this.owner)
			.param("until", Timestamp.from(now.plus(SENDING_AT_MOST)))
			.param("now", Timestamp.from(now))
			.param("id", id)
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
		end(mail, MailState.SENT, this.clock.instant(), null);
	}

	/** Whether it was still this sender's to give up. */
	boolean refused(ClaimedMail mail, String error) {
		return end(mail, MailState.REFUSED, null, error);
	}

	private boolean end(ClaimedMail mail, MailState state, @Nullable Instant sentAt, @Nullable String error) {
		return this.jdbc.sql(END)
			.param("state", state.name())
			.param("sent", (sentAt != null) ? Timestamp.from(sentAt) : null, Types.TIMESTAMP)
			.param("error", error)
			.param("id", mail.id())
			.param("owner", this.owner)
			.param("attempts", mail.attempts())
			.update() == 1;
	}

	void later(ClaimedMail mail, Duration pause, String error) {
		this.jdbc.sql(LATER)
			.param("due", Timestamp.from(this.clock.instant().plus(pause)))
			.param("error", error)
			.param("id", mail.id())
			.param("owner", this.owner)
			.param("attempts", mail.attempts())
			.update();
	}

	/** Puts back what a sender left behind when it died. */
	int revive() {
		return this.jdbc
			.sql("update mail set state = 'QUEUED', owner = null where state = 'SENDING' and due_at <= :now")
			.param("now", Timestamp.from(this.clock.instant()))
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
				SqlMoments.in(row, "created_at"));
	}

}
