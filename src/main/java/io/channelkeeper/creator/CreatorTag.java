package io.channelkeeper.creator;

import java.util.UUID;

import jakarta.persistence.Embeddable;

/**
 * One tag of a creator as stored.
 *
 * @param tag the word
 * @param organizationId the organization, because our own SQL lists tags by it
 */
@Embeddable
record CreatorTag(String tag, UUID organizationId) {

}
