package io.channelkeeper.connection;

import java.util.UUID;

/**
 * Another account was refused or forgotten; nothing of it stays here (B-5).
 *
 * @param organizationId the organization
 * @param offerId under which it was kept
 */
public record OfferGivenUp(UUID organizationId, UUID offerId) {

}
