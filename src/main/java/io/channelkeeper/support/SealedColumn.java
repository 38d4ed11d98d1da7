package io.channelkeeper.support;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A column that holds sealed values, declared as a bean by the feature that owns it, so
 * that a new key reaches it.
 *
 * @param table the table; it has an {@code organization_id}
 * @param column the column
 * @param row the column that holds the row's id
 */
public record SealedColumn(String table, String column, String row) {

	/** A column of a table whose rows have an {@code id}. */
	public SealedColumn(String table, String column) {
		this(table, column, "id");
	}

	/** Its name, as places carry it. */
	public String name() {
		return this.table + "." + this.column;
	}

	SealedPlace place(@Nullable UUID organization, UUID id) {
		return new SealedPlace((organization != null) ? organization : Tenancy.NOBODY, id, name());
	}

}
