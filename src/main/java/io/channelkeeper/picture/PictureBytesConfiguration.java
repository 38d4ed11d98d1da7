package io.channelkeeper.picture;

import java.time.Clock;
import java.time.Duration;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Chooses the picture store: a bucket where one is set, else the database.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PictureBucketProperties.class)
class PictureBytesConfiguration {

	private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);

	private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

	@Bean
	@Primary
	PictureBytes pictureBytes(PictureBucketProperties settings, PictureLedger ledger, DatabasePictureBytes table,
			Clock clock) {
		return settings.isSet() ? new BucketPictureBytes(
				new PictureBucket(settings, CONNECT_WITHIN, ANSWER_WITHIN, clock), ledger, table) : table;
	}

}
