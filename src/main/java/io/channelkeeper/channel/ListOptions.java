package io.channelkeeper.channel;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.NetworkId;

/**
 * What holds for every line of a pasted list.
 *
 * @param network where bare handles belong, or null when each says so itself
 * @param language of the new creators
 * @param lookedAfterBy the member who looks after them, or null
 * @param tags of the new creators
 */
public record ListOptions(@Nullable NetworkId network, Locale language, @Nullable UUID lookedAfterBy,
		List<String> tags) {

}
