package io.channelkeeper.support;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/**
 * Makes the public address known.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BaseUrl.class)
class BaseUrlConfiguration {

}
