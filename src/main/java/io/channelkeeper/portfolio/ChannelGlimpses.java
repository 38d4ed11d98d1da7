package io.channelkeeper.portfolio;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.channel.Ineligibility;
import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.DeadlineSource;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.Tenancy;

/**
 * Reads how the channels of many creators stand, in one statement.
 */
@Component
class ChannelGlimpses {

	private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {
	};

	/**
	 * Who needs help comes before what nobody was asked for, though the state alone says
	 * the opposite.
	 */
	private static final String QUERY = """
			select f.*, p.name as disconnected_by
			from %s
			left join member m on m.id = f.disconnected_by_member
			left join person p on p.id = m.person_id
			where %s
			order by case when f.state = 'INVITED' and (f.invited_state = 'OPENED' and f.diagnosis is not null
					or f.invited_state = 'SENT' and f.mail_refused) then 5 else f.severity end, f.renew_by nulls last, f.network, f.handle
			""";

	private static final String OF_CREATORS = QUERY.formatted(Facts.OF_CHANNELS, "f.creator_id in (:creators)");

	private static final String THESE = QUERY.formatted(Facts.OF_CHANNELS, "f.channel_id = any(:channels)");

	private final JdbcClient jdbc;

	private final Clock clock;

	private final JsonMapper json;

	ChannelGlimpses(JdbcClient jdbc, Clock clock, JsonMapper json) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.json = json;
	}

	/** The channels of each creator, worst first. */
	Map<UUID, List<ChannelGlimpse>> of(Collection<UUID> creators) {
		if (creators.isEmpty()) {
			return Map.of();
		}
		return find(OF_CREATORS, "creators", creators).stream()
			.collect(Collectors.groupingBy(ChannelGlimpse::creatorId));
	}

	/** These channels; archived and foreign ones are left out. */
	Map<UUID, ChannelGlimpse> these(Collection<UUID> channels) {
		return find(THESE, "channels", channels.toArray(UUID[]::new)).stream()
			.collect(Collectors.toMap(ChannelGlimpse::id, Function.identity()));
	}

	private List<ChannelGlimpse> find(String query, String name, Object ids) {
		return this.jdbc.sql(query)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("organization", Tenancy.current())
			.param(name, ids)
			.query(this::glimpse)
			.list();
	}

	/** A channel of a row of facts. */
	ChannelGlimpse glimpse(ResultSet row, int number) throws SQLException {
		String cause = row.getString("cause");
		String ineligible = row.getString("ineligible_reason");
		return new ChannelGlimpse(row.getObject("channel_id", UUID.class), row.getObject("creator_id", UUID.class),
				new NetworkId(row.getString("network")), row.getString("handle"), row.getString("display_name"),
				ConnectionState.valueOf(row.getString("state")), row.getInt("severity"),
				(cause != null) ? Cause.valueOf(cause) : null, row.getString("cause_detail"),
				SqlMoments.maybe(row, "since"), SqlMoments.maybe(row, "renew_by"),
				DeadlineSource.valueOf(row.getString("renew_by_source")), row.getString("provider"),
				row.getString("disconnected_by"), row.getObject("followers", Long.class),
				(ineligible != null) ? Ineligibility.Reason.valueOf(ineligible) : null,
				SqlMoments.maybe(row, "no_answer_since"), SqlMoments.maybe(row, "in_doubt_since"), invitation(row));
	}

	private @Nullable InvitedGlimpse invitation(ResultSet row) throws SQLException {
		UUID id = row.getObject("invitation_id", UUID.class);
		return (id != null) ? new InvitedGlimpse(id, row.getString("invited_state"),
				SqlMoments.in(row, "invited_since"), SqlMoments.in(row, "invited_at"), row.getBoolean("by_mail"),
				row.getBoolean("mail_refused"), row.getString("invited_provider"), diagnosis(row)) : null;
	}

	private @Nullable Diagnosis diagnosis(ResultSet row) throws SQLException {
		String kind = row.getString("diagnosis");
		String detail = row.getString("diagnosis_detail");
		return (kind != null) ? new Diagnosis(DiagnosisKind.valueOf(kind),
				(detail != null) ? this.json.readValue(detail, DETAILS) : Map.of()) : null;
	}

}
