package io.channelkeeper.picture;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * The bucket that pictures lie in. Empty, as container files like to leave settings,
 * counts as absent; {@link PictureSettingsCheck} refuses half of it before the start.
 *
 * @param endpoint address of the S3 server
 * @param region what requests are signed for
 * @param bucket its name; it exists already
 * @param accessKey who we are there
 * @param secretKey what requests are signed with
 * @param pathStyle whether the bucket stands in the path of addresses, "true" or "false",
 * instead of in the name of the host
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

	/** The region, or the one that S3 servers take where nobody named any. */
	String signingRegion() {
		return StringUtils.hasText(this.region) ? this.region.strip() : REGION;
	}

	boolean isPathStyle() {
		return !this.pathStyle.strip().equalsIgnoreCase("false");
	}

	/** Without what must not be read in a log. */
	@Override
	public String toString() {
		return "PictureBucketProperties[" + this.endpoint + "/" + this.bucket + "]";
	}

}
