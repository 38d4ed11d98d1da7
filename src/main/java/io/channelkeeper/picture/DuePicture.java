package io.channelkeeper.picture;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.NetworkId;

/**
 * A picture that a network shows and one fetcher took on.
 *
 * @param organizationId whose it is
 * @param ownerId the channel, or the offer of one
 * @param network where it lives
 * @param address where the picture is
 * @param sourceHash SHA-256 of what was fetched last time, or null
 * @param attempts how often this address was tried, this time included
 */
record DuePicture(UUID organizationId, UUID ownerId, NetworkId network, URI address, @Nullable String sourceHash,
		int attempts) {

	/** Reads what a claim returns. */
	static DuePicture of(ResultSet row, int number) throws SQLException {
		return new DuePicture(row.getObject("organization_id", UUID.class), row.getObject("owner_id", UUID.class),
				new NetworkId(row.getString("network")), URI.create(row.getString("source_url")),
				row.getString("source_hash"), row.getInt("attempts"));
	}

}
