package io.channelkeeper.portfolio;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.connection.DataGap;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.Tenancy;

/**
 * Reads when channels delivered nothing, for reports on campaigns (B-9).
 */
@Service
public class GapReport {

	private final JdbcClient jdbc;

	private final CreatorService creators;

	GapReport(JdbcClient jdbc, CreatorService creators) {
		this.jdbc = jdbc;
		this.creators = creators;
	}

	/**
	 * Every gap of a creator's channels, also of those put away.
	 * @throws io.channelkeeper.support.NotFoundException if the organization has no such
	 * creator
	 */
	@Transactional(readOnly = true)
	public List<GapLine> ofCreator(UUID creatorId) {
		return lines(this.creators.get(creatorId).id());
	}

	/** Every gap of the organization's channels. */
	@Transactional(readOnly = true)
	public List<GapLine> ofAll() {
		return lines(null);
	}

	private List<GapLine> lines(@Nullable UUID creator) {
		return this.jdbc.sql("""
				select r.name as creator_name, c.network, c.handle, c.display_name, g.*
				from data_gap g join channel c on c.id = g.channel_id join creator r on r.id = c.creator_id
				where g.organization_id = :organization and (cast(:creator as uuid) is null or c.creator_id = :creator)
				order by lower(r.name), r.id, c.network, c.handle, c.id, g.begins_at
				""").param("organization", Tenancy.current()).param("creator", creator).query(GapReport::line).list();
	}

	private static GapLine line(ResultSet row, int number) throws SQLException {
		String cause = row.getString("cause");
		DataGap gap = new DataGap(row.getObject("channel_id", UUID.class), SqlMoments.in(row, "begins_at"),
				SqlMoments.maybe(row, "ends_at"), ConnectionState.valueOf(row.getString("state")),
				(cause != null) ? Cause.valueOf(cause) : null, row.getString("detail"));
		return new GapLine(row.getString("creator_name"), new NetworkId(row.getString("network")),
				row.getString("handle"), row.getString("display_name"), gap);
	}

}
