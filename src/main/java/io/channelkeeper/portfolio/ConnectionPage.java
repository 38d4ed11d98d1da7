package io.channelkeeper.portfolio;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One page of the list of connections.
 *
 * @param rows the connections, the most urgent first
 * @param next where the next page begins, or null on the last one
 */
public record ConnectionPage(List<ConnectionRow> rows, @Nullable String next) {

	public ConnectionPage {
		rows = List.copyOf(rows);
	}

}
