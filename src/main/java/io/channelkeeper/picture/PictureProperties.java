package io.channelkeeper.picture;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of pictures.
 *
 * @param maxUpload how large a picture may be, uploaded or fetched
 */
@ConfigurationProperties("channelkeeper.picture")
record PictureProperties(@DefaultValue("5MB") DataSize maxUpload) {

}
