package io.channelkeeper.network;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How one call of an API went.
 *
 * @param api which API
 * @param at when it was answered
 * @param fault what was wrong, or null when nothing was
 * @param budget what the answer said of limits, or null
 * @param clockAhead how far our clock is ahead of the API's, negative where it is behind;
 * null where the answer does not say
 */
public record CallReport(ApiName api, Instant at, @Nullable NetworkFault fault, @Nullable CallBudget budget,
		@Nullable Duration clockAhead) {
}
