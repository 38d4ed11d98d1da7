package io.channelkeeper.picture;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * When pictures are fetched, and their limits.
 *
 * @param maxUpload the largest picture file, uploaded or fetched
 * @param refreshEvery how old a picture may become before it is fetched anew (P-11); a
 * day or more
 * @param automatic whether pictures are fetched anew by themselves, or only when somebody
 * asks; some networks bill each reading of a profile
 * @param concurrency how many pictures of one network one process fetches at once
 */
@ConfigurationProperties("channelkeeper.picture")
record PictureProperties(@DefaultValue("5MB") DataSize maxUpload, @DefaultValue("P1M") Period refreshEvery,
		@DefaultValue("true") boolean automatic, @DefaultValue("4") int concurrency) {

	PictureProperties {
		Instant day = Instant.EPOCH;
		if (!day.atZone(ZoneOffset.UTC).plus(refreshEvery).toInstant().isAfter(day) || concurrency < 1) {
			throw new IllegalArgumentException(
					"channelkeeper.picture.refresh-every is a day or more, such as P1M, .concurrency is 1 or more");
		}
	}

}
