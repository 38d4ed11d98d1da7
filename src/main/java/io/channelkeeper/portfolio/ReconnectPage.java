package io.channelkeeper.portfolio;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One page of what is interrupted.
 *
 * @param rows the channels, most urgent first, what belongs together in a row
 * @param next after which channel the next page begins, or null on the last one
 * @param lastChecked when a login of the organization was last checked; only told when
 * nothing is interrupted, and null for never
 */
public record ReconnectPage(List<ReconnectRow> rows, @Nullable UUID next, @Nullable Instant lastChecked) {

	public ReconnectPage {
		rows = List.copyOf(rows);
	}

}
