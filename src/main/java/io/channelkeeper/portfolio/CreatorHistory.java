package io.channelkeeper.portfolio;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.portfolio.PastInvitation.Progress;
import io.channelkeeper.channel.ChannelDrifts;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.Tenancy;

/**
 * Reads what happened with a creator: the invitations, and what changed about the
 * channels.
 */
@Component
class CreatorHistory {

	private static final int SHOWN = 100;

	private static final String QUERY = """
			select v.id, v.created_at, p.name as by_name, c.network, c.handle, c.display_name,
				invitation_channel_state(w.state, w.started_at, v.valid_until, :now) as state
			from (select * from invitation where organization_id = :organization and creator_id = :creator
				order by created_at desc, id desc limit :shown) v
			left join member m on m.id = v.invited_by
			left join person p on p.id = m.person_id
			join invitation_channel w on w.invitation_id = v.id
			join channel c on c.id = w.channel_id
			order by v.created_at desc, v.id desc, w.position
			""";

	private final JdbcClient jdbc;

	private final ChannelDrifts drifts;

	private final Clock clock;

	CreatorHistory(JdbcClient jdbc, ChannelDrifts drifts, Clock clock) {
		this.jdbc = jdbc;
		this.drifts = drifts;
		this.clock = clock;
	}

	boolean exists(UUID creator) {
		return this.jdbc.sql("""
				select exists (select 1 from invitation
					where organization_id = :organization and creator_id = :creator)
				or exists (select 1 from channel c join channel_drift d on d.channel_id = c.id
					where c.organization_id = :organization and c.creator_id = :creator) as found""")
			.param("organization", Tenancy.current())
			.param("creator", creator)
			.query((row, number) -> row.getBoolean("found"))
			.single();
	}

	/** The newest of each first. */
	PastEvents of(UUID creator) {
		return new PastEvents(invitations(creator), this.drifts.ofCreator(creator));
	}

	private List<PastInvitation> invitations(UUID creator) {
		Map<UUID, List<Line>> byInvitation = this.jdbc.sql(QUERY)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("organization", Tenancy.current())
			.param("creator", creator)
			.param("shown", SHOWN)
			.query(CreatorHistory::line)
			.stream()
			.collect(Collectors.groupingBy(Line::invitation, LinkedHashMap::new, Collectors.toList()));
		return byInvitation.values().stream().map(CreatorHistory::past).toList();
	}

	private static PastInvitation past(List<Line> lines) {
		Line first = lines.getFirst();
		return new PastInvitation(first.invitation(), first.at(), first.by(),
				lines.stream().map(Line::progress).toList());
	}

	private static Line line(ResultSet row, int number) throws SQLException {
		return new Line(row.getObject("id", UUID.class), SqlMoments.in(row, "created_at"), row.getString("by_name"),
				new Progress(row.getString("network"), row.getString("handle"), row.getString("display_name"),
						row.getString("state")));
	}

	/** One channel of one invitation. */
	private record Line(UUID invitation, Instant at, @Nullable String by, Progress progress) {

	}

}
