package io.channelkeeper.connection;

import java.util.UUID;

import io.channelkeeper.network.ProviderId;

/**
 * Access could not be given back at a network and is not tried any more: the person who
 * granted it has to remove it there. Here it was erased long before.
 *
 * @param organizationId whose access it was
 * @param returnId the return that was given up
 * @param provider where it was to go
 */
public record AccessReturnGivenUp(UUID organizationId, UUID returnId, ProviderId provider) {

}
