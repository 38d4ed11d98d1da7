package io.channelkeeper.connection;

import java.time.Instant;
import java.util.UUID;

import io.channelkeeper.network.ProviderId;

/**
 * A provider is in trouble, or well again (B-7); told to each organization that has
 * logins there.
 *
 * @param organizationId who is told
 * @param provider which one
 * @param begun whether the trouble begins, or is over
 * @param since when it began
 */
public record NetworkTroubled(UUID organizationId, ProviderId provider, boolean begun, Instant since) {

}
