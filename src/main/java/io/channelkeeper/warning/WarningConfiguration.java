package io.channelkeeper.warning;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/**
 * Binds the settings of warnings.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WarningProperties.class)
class WarningConfiguration {

}
