package io.channelkeeper.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Ids on their way between statements and us.
 */
public final class SqlIds {

	/**
	 * A new id in a statement that inserts many rows: it begins with the moment, given as
	 * the parameter {@code begin}, so that these rows lie together.
	 */
	public static final String NEW = "cast(overlay(cast(gen_random_uuid() as text) placing :begin from 1 for 15) as uuid)";

	private static final int MOMENT_AND_VERSION = 15;

	private SqlIds() {
	}

	/** The parameter {@code begin} of {@link #NEW}. */
	public static String begin() {
		return Ids.next().toString().substring(0, MOMENT_AND_VERSION);
	}

	/**
	 * An id from a column that is never null.
	 * @throws SQLException if the row has no such column, or no id in it
	 */
	public static UUID in(ResultSet row, String column) throws SQLException {
		UUID id = row.getObject(column, UUID.class);
		if (id == null) {
			throw new SQLException("No id in " + column);
		}
		return id;
	}

}
