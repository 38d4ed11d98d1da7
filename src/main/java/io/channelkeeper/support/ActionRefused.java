package io.channelkeeper.support;

import java.util.UUID;

/**
 * Somebody tried to do what that person may not do. Nothing was changed.
 *
 * @param organizationId the organization in which it was tried
 * @param memberId who tried
 * @param action the word for what was tried
 * @param subject what it was about: method and path of the request, without its query
 */
public record ActionRefused(UUID organizationId, UUID memberId, String action, String subject) {

}
