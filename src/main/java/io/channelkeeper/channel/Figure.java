package io.channelkeeper.channel;

import java.time.Instant;

/**
 * The newest value of one number that the network told of a channel.
 *
 * @param name the number's name, such as {@code followers}
 * @param amount the value
 * @param asOf when the network told it
 */
public record Figure(String name, long amount, Instant asOf) {

}
