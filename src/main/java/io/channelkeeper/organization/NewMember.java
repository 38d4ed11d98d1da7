package io.channelkeeper.organization;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who was asked to become a member and did not join yet.
 *
 * @param id of the asking
 * @param email who was asked
 * @param role what the person will be
 * @param askedAt when
 * @param expired whether the link has ended
 */
public record NewMember(UUID id, String email, Role role, Instant askedAt, boolean expired) {

}
