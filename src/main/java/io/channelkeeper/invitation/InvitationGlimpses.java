package io.channelkeeper.invitation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.Tenancy;

/**
 * Reads how the latest invitations of many channels stand, in one statement.
 */
@Component
class InvitationGlimpses {

	private final JdbcClient jdbc;

	private final DiagnosisReader diagnoses;

	private final Clock clock;

	InvitationGlimpses(JdbcClient jdbc, DiagnosisReader diagnoses, Clock clock) {
		this.jdbc = jdbc;
		this.diagnoses = diagnoses;
		this.clock = clock;
	}

	List<InvitationGlimpse> latestOf(Collection<UUID> channels) {
		if (channels.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("""
				select distinct on (c.channel_id) i.id, c.channel_id, c.state_since, i.created_at,
					i.mailed_at is not null as by_mail, c.opened_at, i.valid_until, c.diagnosis, c.diagnosis_detail,
					invitation_channel_state(c.state, c.started_at, i.valid_until, :now) as state
				from invitation_channel c join invitation i on i.id = c.invitation_id
				where c.organization_id = :organization and c.channel_id in (:channels)
				order by c.channel_id, i.created_at desc, i.id desc
				""")
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("organization", Tenancy.current())
			.param("channels", channels)
			.query(this::glimpse)
			.list();
	}

	private InvitationGlimpse glimpse(ResultSet row, int number) throws SQLException {
		InvitationState state = InvitationState.valueOf(row.getString("state"));
		return new InvitationGlimpse(row.getObject("id", UUID.class), row.getObject("channel_id", UUID.class), state,
				SqlMoments.in(row, "state_since"), SqlMoments.in(row, "created_at"), row.getBoolean("by_mail"),
				SqlMoments.maybe(row, "opened_at"), SqlMoments.in(row, "valid_until"),
				(state == InvitationState.OPENED) ? this.diagnoses.read(row) : null);
	}

}
