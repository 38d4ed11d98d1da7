package io.channelkeeper.organization;

/**
 * An organization's picture: a square of 256 pixels.
 *
 * @param bytes the file
 * @param type its media type
 */
@SuppressWarnings("ArrayRecordComponent")
public record Logo(byte[] bytes, String type) {

	/** How large an uploaded file may be. */
	public static final int MAX_BYTES = 1024 * 1024;

	/**
	 * Draws an uploaded picture anew.
	 * @throws UnusableLogoException if the file is no PNG, JPEG or WebP, or too large
	 */
	public static Logo of(byte[] file) {
		return new Logo(LogoDrawing.square(file), "image/png");
	}

}
