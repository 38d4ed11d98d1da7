package io.channelkeeper.connection;

import java.net.URI;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Another account than the expected one came back and is kept, unused (B-5).
 *
 * @param organizationId the organization
 * @param offerId under which it is kept
 * @param picture where its picture can be fetched at once, or null
 */
public record OtherChannelKept(UUID organizationId, UUID offerId, @Nullable URI picture) {

}
