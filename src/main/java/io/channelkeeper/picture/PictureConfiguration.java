package io.channelkeeper.picture;

import java.time.Duration;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The limits under which pictures are fetched.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PictureProperties.class)
class PictureConfiguration {

	@Bean
	PictureFetcher pictureFetcher(PictureProperties properties) {
		return new PictureFetcher(properties.maxUpload().toBytes(), Duration.ofSeconds(10));
	}

}
