package io.channelkeeper.network;

/**
 * A permission that a provider asks for.
 *
 * @param scope the provider's word
 * @param key message key; {@code .name} as people read it, {@code .reason} why it is
 * needed (I-6), {@code .sees} what the organization can see by it
 */
public record Permission(String scope, String key) {

}
