package io.channelkeeper.picture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A picture that an organization keeps, in all its sizes.
 *
 * @param organizationId whose it is
 * @param hash of the picture, in lower-case hex
 */
record PictureName(UUID organizationId, String hash) {

	/** Key of the object in a bucket that holds one size. */
	String key(int size) {
		return this.organizationId + "/" + this.hash + "/" + size + ".jpg";
	}

	static PictureName of(ResultSet row, int number) throws SQLException {
		return new PictureName(row.getObject("organization_id", UUID.class), row.getString("hash"));
	}

}
