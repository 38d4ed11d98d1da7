package io.channelkeeper.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/**
 * Moments on their way back from the database, which keeps them to the microsecond.
 */
public final class SqlMoments {

	private SqlMoments() {
	}

	/**
	 * A moment from a column that is never null.
	 * @throws SQLException if the row has no such column, or no moment in it
	 */
	public static Instant in(ResultSet row, String column) throws SQLException {
		Instant moment = maybe(row, column);
		if (moment == null) {
			throw new SQLException("No moment in " + column);
		}
		return moment;
	}

	/**
	 * A moment from a column that may be null.
	 * @return null where the column is
	 * @throws SQLException if the row has no such column
	 */
	public static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
		OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
		return (moment != null) ? moment.toInstant() : null;
	}

}
