package io.channelkeeper.support;

import java.util.UUID;

/**
 * Where a sealed value stands. It is bound to that place: moved elsewhere it cannot be
 * opened.
 *
 * @param organization the owner; {@link Tenancy#NOBODY} for what belongs to none
 * @param row the row's id
 * @param column table and column, such as {@code social_login.access_token}
 */
public record SealedPlace(UUID organization, UUID row, String column) {

}
