package io.channelkeeper.picture.web;

import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

import io.channelkeeper.picture.Crop;

/**
 * A file and the square that somebody chose of it.
 *
 * @param file the file, or nothing
 * @param left see {@link Crop}, or null where nobody chose
 * @param top see {@link Crop}, or null where nobody chose
 * @param size see {@link Crop}, or null where nobody chose
 */
record PictureForm(@Nullable MultipartFile file, @Nullable Double left, @Nullable Double top, @Nullable Double size) {

	Crop crop() {
		return (this.left != null && this.top != null && this.size != null) ? new Crop(this.left, this.top, this.size)
				: Crop.MIDDLE;
	}

}
