package io.channelkeeper.picture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.Tenancy;

/**
 * What pages ask about pictures, always of the bound organization only.
 */
@Component
class PictureAlbum {

	private static final String OF_CREATORS = """
			select distinct on (c.creator_id) c.creator_id, p.hash
			from channel c join channel_picture p on p.channel_id = c.id
			where c.organization_id = :organization and p.organization_id = :organization
			and c.creator_id = any(:creators) and c.archived_at is null and p.hash is not null
			order by c.creator_id, c.followers desc nulls last, c.id""";

	private final JdbcClient jdbc;

	private final PictureBytes bytes;

	PictureAlbum(JdbcClient jdbc, PictureBytes bytes) {
		this.jdbc = jdbc;
		this.bytes = bytes;
	}

	Map<UUID, String> ofCreators(Collection<UUID> creators) {
		Map<UUID, String> addresses = new HashMap<>();
		this.jdbc.sql(OF_CREATORS)
			.param("organization", Tenancy.current())
			.param("creators", creators.toArray(UUID[]::new))
			.query((ResultSet row) -> {
				addresses.put(row.getObject("creator_id", UUID.class), address(row.getString("hash")));
			});
		return addresses;
	}

	List<PictureStanding> standings(Collection<UUID> channels) {
		return this.jdbc.sql("""
				select channel_id, hash, fetched_at, attempted_at, next_attempt_at, missing_reason
				from channel_picture where organization_id = :organization and channel_id = any(:channels)""")
			.param("organization", Tenancy.current())
			.param("channels", channels.toArray(UUID[]::new))
			.query(PictureAlbum::standing)
			.list();
	}

	/** The picture that a channel shows. */
	Optional<StoredPicture> ofChannel(UUID channel, int size) {
		return this.jdbc
			.sql("select hash from channel_picture where organization_id = :organization and channel_id = :channel"
					+ " and hash is not null")
			.param("organization", Tenancy.current())
			.param("channel", channel)
			.query(String.class)
			.optional()
			.flatMap((hash) -> content(hash, size));
	}

	Optional<StoredPicture> content(String hash, int size) {
		return this.bytes.get(Tenancy.current(), hash, size);
	}

	private static PictureStanding standing(ResultSet row, int number) throws SQLException {
		String hash = row.getString("hash");
		String reason = row.getString("missing_reason");
		return new PictureStanding(row.getObject("channel_id", UUID.class), (hash != null) ? address(hash) : null,
				SqlMoments.maybe(row, "fetched_at"), SqlMoments.maybe(row, "attempted_at"),
				SqlMoments.maybe(row, "next_attempt_at"), (reason != null) ? MissingReason.valueOf(reason) : null);
	}

	private static String address(String hash) {
		return "/pictures/" + hash;
	}

}
