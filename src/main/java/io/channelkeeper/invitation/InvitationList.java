package io.channelkeeper.invitation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.MemberService;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.Tenancy;

/**
 * Reads the organization's invitations: four statements a page, however many there are.
 */
@Service
public class InvitationList {

	private static final int PAGE = 50;

	private static final String SELECT = """
			select i.id, i.creator_id, k.name as creator_name, i.language, i.recipient, i.sender, k.looked_after_by,
				i.created_at, i.valid_until, i.opened_at, i.reminded_at, i.declined_word, i.stuck
			from invitation i
				join creator k on k.id = i.creator_id
			where i.organization_id = :organization
			""";

	private final JdbcClient jdbc;

	private final InvitationDetails details;

	private final MemberService members;

	private final Clock clock;

	InvitationList(JdbcClient jdbc, InvitationDetails details, MemberService members, Clock clock) {
		this.jdbc = jdbc;
		this.details = details;
		this.members = members;
		this.clock = clock;
	}

	/**
	 * A page of invitations.
	 * @param cursor where the page begins, as an earlier page said, or null; nonsense
	 * begins at the start
	 */
	@Transactional(readOnly = true)
	public InvitationPage page(InvitationFilter filter, @Nullable String cursor) {
		Optional<Cursor> from = Cursor.parse(cursor);
		var statement = this.jdbc
			.sql(SELECT + where(filter)
					+ (from.isPresent() ? " and (i.stuck, i.created_at, i.id) < (:stuck, :created, :id)" : "")
					+ " order by i.stuck desc, i.created_at desc, i.id desc limit " + (PAGE + 1))
			.param("organization", Tenancy.current());
		if (filter.stuckAt() != null) {
			statement = statement.param("diagnosis", filter.stuckAt().name());
		}
		if (filter.creatorId() != null) {
			statement = statement.param("creator", filter.creatorId());
		}
		if (from.isPresent()) {
			statement = statement.params(from.get().params());
		}
		List<InvitationRow> rows = statement.query(rows()).list();
		boolean more = rows.size() > PAGE;
		List<InvitationRow> shown = more ? rows.subList(0, PAGE) : rows;
		return new InvitationPage(complete(shown), more ? Cursor.of(shown.getLast()).toString() : null);
	}

	/**
	 * One invitation.
	 * @throws NotFoundException if the bound organization has no such invitation
	 */
	@Transactional(readOnly = true)
	public InvitationRow get(UUID id) {
		List<InvitationRow> found = this.jdbc.sql(SELECT + " and i.id = :id")
			.param("organization", Tenancy.current())
			.param("id", id)
			.query(rows())
			.list();
		return complete(found).stream().findFirst().orElseThrow(() -> new NotFoundException("invitation", id));
	}

	/** The invitation that a mail carried; empty when it was about something else. */
	@Transactional(readOnly = true)
	public Optional<MailedInvitation> ofMail(UUID mailId) {
		return this.jdbc.sql("""
				select i.id, i.creator_id, k.name, coalesce(i.invited_by, k.looked_after_by) as invited_by, m.recipient
				from invitation_link l
					join invitation i on i.id = l.invitation_id
					join creator k on k.id = i.creator_id
					join mail m on m.id = l.mail_id
				where l.mail_id = :mail and l.organization_id = :organization and m.organization_id = :organization
				""")
			.param("mail", mailId)
			.param("organization", Tenancy.current())
			.query((row, number) -> new MailedInvitation(row.getObject("id", UUID.class),
					row.getObject("creator_id", UUID.class), row.getString("name"),
					row.getObject("invited_by", UUID.class), row.getString("recipient")))
			.optional();
	}

	@Transactional(readOnly = true)
	public InvitationCounts counts() {
		Optional<Map.Entry<DiagnosisKind, Long>> frequent = frequent();
		return this.jdbc.sql("""
				select count(*) as sent, count(opened_at) as opened, count(started_at) as started,
					count(confirmed_at) as confirmed
				from invitation where organization_id = :organization
				""")
			.param("organization", Tenancy.current())
			.query((row, number) -> new InvitationCounts(row.getLong("sent"), row.getLong("opened"),
					row.getLong("started"), row.getLong("confirmed"), frequent.map(Map.Entry::getKey).orElse(null),
					frequent.map(Map.Entry::getValue).orElse(0L)))
			.single();
	}

	private Optional<Map.Entry<DiagnosisKind, Long>> frequent() {
		return this.jdbc.sql("""
				select diagnosis, count(distinct invitation_id) as times from invitation_channel
				where organization_id = :organization and state = 'OPENED' and diagnosis is not null
				group by diagnosis order by times desc, diagnosis limit 1
				""")
			.param("organization", Tenancy.current())
			.query((row, number) -> Map.entry(DiagnosisKind.valueOf(row.getString("diagnosis")), row.getLong("times")))
			.optional();
	}

	private static String where(InvitationFilter filter) {
		String reached = (filter.reached() != null) ? switch (filter.reached()) {
			case OPENED -> " and i.opened_at is not null";
			case STARTED -> " and i.started_at is not null";
			case CONFIRMED -> " and i.confirmed_at is not null";
			default -> "";
		} : "";
		String stuck = (filter.stuckAt() != null) ? """
				 and exists (select 1 from invitation_channel c where c.invitation_id = i.id
				and c.organization_id = i.organization_id and c.state = 'OPENED' and c.diagnosis = :diagnosis)
				""" : "";
		return reached + stuck + ((filter.creatorId() != null) ? " and i.creator_id = :creator" : "");
	}

	private List<InvitationRow> complete(List<InvitationRow> rows) {
		return this.details.complete(rows, this.clock.instant());
	}

	private RowMapper<InvitationRow> rows() {
		Senders senders = new Senders(this.members.active());
		return (row, number) -> row(row, senders);
	}

	private static InvitationRow row(ResultSet row, Senders senders) throws SQLException {
		Member sender = senders.of(row.getObject("sender", UUID.class), row.getObject("looked_after_by", UUID.class));
		return new InvitationRow(row.getObject("id", UUID.class), row.getObject("creator_id", UUID.class),
				row.getString("creator_name"), Locale.of(row.getString("language")), row.getString("recipient"),
				sender.name(), SqlMoments.in(row, "created_at"), SqlMoments.in(row, "valid_until"),
				SqlMoments.maybe(row, "opened_at"), SqlMoments.maybe(row, "reminded_at"),
				row.getString("declined_word"), row.getBoolean("stuck"), List.of(), List.of());
	}

	/**
	 * Where a page begins: after this row.
	 *
	 * @param stuck whether that row is stuck
	 * @param micros its moment in microseconds, as the database keeps it
	 * @param id its id
	 */
	private record Cursor(boolean stuck, long micros, UUID id) {

		static Cursor of(InvitationRow row) {
			return new Cursor(row.stuck(), ChronoUnit.MICROS.between(Instant.EPOCH, row.createdAt()), row.id());
		}

		static Optional<Cursor> parse(@Nullable String text) {
			if (text == null || !text.matches("[01]\\.\\d{1,18}\\.[0-9a-f-]{36}")) {
				return Optional.empty();
			}
			String[] parts = text.split("\\.", -1);
			try {
				return Optional
					.of(new Cursor(parts[0].equals("1"), Long.parseLong(parts[1]), UUID.fromString(parts[2])));
			}
			catch (IllegalArgumentException ex) {
				return Optional.empty();
			}
		}

		Map<String, Object> params() {
			OffsetDateTime created = OffsetDateTime.ofInstant(
					Instant.ofEpochSecond(this.micros / 1_000_000, this.micros % 1_000_000 * 1_000), ZoneOffset.UTC);
			return Map.of("stuck", this.stuck, "created", created, "id", this.id);
		}

		@Override
		public String toString() {
			return (this.stuck ? "1" : "0") + "." + this.micros + "." + this.id;
		}

	}

}
