package io.channelkeeper.portfolio;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Whom somebody can ask to connect a channel again, and who did so already (B-17).
 *
 * @param askable names of those who can be asked now; nobody again within a day
 * @param asked the open request, or null
 */
public record Colleagues(List<String> askable, @Nullable Asked asked) {

	public Colleagues {
		askable = List.copyOf(askable);
	}

	/**
	 * A request that waits.
	 *
	 * @param by the name of the member who asked
	 * @param whom the names of the members who were asked
	 * @param at when, the last time
	 * @param openedAt when the first of them opened it, or null for not yet
	 */
	public record Asked(String by, List<String> whom, Instant at, @Nullable Instant openedAt) {

		public Asked {
			whom = List.copyOf(whom);
		}

	}

}
