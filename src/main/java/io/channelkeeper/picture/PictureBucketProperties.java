package io.channelkeeper.picture;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * The bucket that pictures lie in. Empty, as container files like to leave settings,
 * counts as absent; {@link PictureSettingsCheck} refuses half of it before the start.
 *
 * @param endpoint address of the S3 server
 * @param region what requests are signed for; us-east-1 when empty
 * @param bucket its name; it exists already
 * @param accessKey id of the key, which may put, get and delete objects
 * @param secretKey secret of the key
 * @param pathStyle "true" or empty: the bucket stands in the path; "false": in the host
 * name
 */
@ConfigurationProperties("channelkeeper.picture.s3")
record PictureBucketProperties(@DefaultValue("") String endpoint, @DefaultValue("") String region,
		@DefaultValue("") String bucket, @DefaultValue("") String accessKey, @DefaultValue("") String secretKey,
		@DefaultValue("") String pathStyle) {

	private static final String REGION = "us-east-1";

	/** Whether pictures lie in a bucket at all. */
	boolean isSet() {
		return StringUtils.hasText(this.bucket);
	}

	/** The region, or the usual one of S3 servers. */
	String signingRegion() {
		return StringUtils.hasText(this.region) ? this.region.strip() : REGION;
	}

	boolean isPathStyle() {
		return !this.pathStyle.strip().equalsIgnoreCase("false");
	}

	/** Without the keys. */
	@Override
	public String toString() {
		return "PictureBucketProperties[" + this.endpoint + "/" + this.bucket + "]";
	}

}
