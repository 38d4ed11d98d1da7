package io.channelkeeper.connection;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How connections are kept alive.
 *
 * @param concurrency how many logins of one provider are renewed or verified at once by
 * one process
 */
@ConfigurationProperties("channelkeeper.connection")
record ConnectionProperties(@DefaultValue("32") int concurrency) {

}
