package io.channelkeeper.picture.web;

/**
 * Why an uploaded file was not taken; each has a sentence of its own.
 */
enum Refusal {

	/** No file was chosen. */
	NO_FILE,

	/** Too many bytes. */
	TOO_LARGE,

	/** Too many pixels. */
	TOO_WIDE,

	/** Nothing that can be shown. */
	NO_PICTURE,

	/** A photograph as iPhones keep it. */
	HEIC,

	/** Too many others are uploading. */
	BUSY,

	/** The place where pictures are kept does not answer. */
	AWAY

}
