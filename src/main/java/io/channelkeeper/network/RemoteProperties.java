package io.channelkeeper.network;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How long and how much we listen to a network.
 *
 * @param connectWithin how long a connection may take
 * @param answerWithin how long the whole answer may take
 * @param refreshWithin the same where giving up would lose a token that works once
 * @param largestAnswer how many bytes of it are read
 */
@ConfigurationProperties("channelkeeper.network")
record RemoteProperties(@DefaultValue("3s") Duration connectWithin, @DefaultValue("10s") Duration answerWithin,
		@DefaultValue("90s") Duration refreshWithin, @DefaultValue("2MB") DataSize largestAnswer) {

}
