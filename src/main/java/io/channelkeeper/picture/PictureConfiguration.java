package io.channelkeeper.picture;

import java.time.Duration;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.channelkeeper.network.Networks;

/**
 * The limits under which pictures are fetched.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PictureProperties.class)
class PictureConfiguration {

	/** Connections beside those of the cycle, for what is fetched at once. */
	private static final int BESIDE = 25;

	@Bean
	PictureFetcher pictureFetcher(PictureProperties properties, Networks networks) {
		return new PictureFetcher(properties.maxUpload().toBytes(), Duration.ofSeconds(10),
				properties.concurrency() * networks.all().size() + BESIDE);
	}

}
