package io.channelkeeper.connection;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When networks are asked for public profiles.
 *
 * @param newChannels whether without a person's click, as soon as a channel was added or
 * its handle corrected; some networks bill each look-up
 */
@ConfigurationProperties("channelkeeper.connection.look-up")
record LookUpProperties(@DefaultValue("true") boolean newChannels) {

}
