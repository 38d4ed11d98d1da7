package io.channelkeeper.connection;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/**
 * Makes the settings of look-ups known.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LookUpProperties.class)
class LookUpConfiguration {

}
