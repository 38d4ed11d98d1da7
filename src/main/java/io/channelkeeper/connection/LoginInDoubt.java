package io.channelkeeper.connection;

import java.util.UUID;

/**
 * The renewal of a login was cut off, and its token works once only: unless the answer
 * turns up, somebody has to sign in again before the access ends.
 *
 * @param organizationId the organization
 * @param loginId the login
 */
public record LoginInDoubt(UUID organizationId, UUID loginId) {

}
