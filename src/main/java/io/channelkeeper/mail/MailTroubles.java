package io.channelkeeper.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import io.channelkeeper.support.SqlIds;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.Tenancy;

/**
 * Which mails of the bound organization did not arrive, and whether the mail server takes
 * any.
 */
@Service
public class MailTroubles {

	private final JdbcClient jdbc;

	private final MailGate gate;

	MailTroubles(JdbcClient jdbc, MailGate gate) {
		this.jdbc = jdbc;
		this.gate = gate;
	}

	/** What was given up, the newest first, at most so many. */
	public List<UndeliveredMail> undelivered(int most) {
		return this.jdbc.sql("""
				select id, recipient, subject, refused_at, coalesce(error, '') as error from mail
				where organization_id = :organization and state = 'REFUSED'
				order by refused_at desc, id desc limit :most""")
			.param("organization", Tenancy.current())
			.param("most", most)
			.query(MailTroubles::undelivered)
			.list();
	}

	/** One that was given up; empty if it was not, or is not the organization's. */
	public Optional<UndeliveredMail> find(UUID mail) {
		return this.jdbc.sql("""
				select id, recipient, subject, refused_at, coalesce(error, '') as error from mail
				where organization_id = :organization and state = 'REFUSED' and id = :id""")
			.param("organization", Tenancy.current())
			.param("id", mail)
			.query(MailTroubles::undelivered)
			.optional();
	}

	/** Empty while the mail server takes mails, as far as we know. */
	public Optional<MailOutage> outage() {
		MailGate.State state = this.gate.state();
		Instant since = state.troubleSince();
		if (since == null) {
			return Optional.empty();
		}
		int waiting = this.jdbc.sql("""
				select (select count(*) from mail where state = 'QUEUED' and organization_id = :organization)
					+ (select count(*) from mail where state = 'SENDING' and organization_id = :organization)""")
			.param("organization", Tenancy.current())
			.query(Integer.class)
			.single();
		return Optional.of(new MailOutage(since, Objects.requireNonNullElse(state.error(), ""), waiting));
	}

	private static UndeliveredMail undelivered(ResultSet row, int number) throws SQLException {
		return new UndeliveredMail(SqlIds.in(row, "id"), row.getString("recipient"), row.getString("subject"),
				SqlMoments.in(row, "refused_at"), row.getString("error"));
	}

}
