package io.channelkeeper.picture.web;

/**
 * Why an uploaded file was not taken; each has a sentence of its own.
 */
enum Refusal {

	/** No file was chosen. */
	NO_FILE,

	/** Too many bytes. */
	TOO_LARGE,

	/** Too many pixels, or too much memory to decode. */
	TOO_WIDE,

	/** Too few pixels. */
	TOO_SMALL,

	/** Nothing that can be shown. */
	NO_PICTURE,

	/** A HEIC photograph. */
	HEIC,

	/** No decoder became free in time. */
	BUSY,

	/** The picture store does not answer or refuses. */
	AWAY

}
