package io.channelkeeper.picture;

import org.jspecify.annotations.Nullable;

/**
 * There is no picture to be had from an address or an uploaded file, and this is why.
 */
public class PictureMissingException extends RuntimeException {

	private final MissingReason reason;

	public PictureMissingException(MissingReason reason) {
		this(reason, null);
	}

	public PictureMissingException(MissingReason reason, @Nullable Throwable cause) {
		super(reason.name(), cause);
		this.reason = reason;
	}

	public MissingReason reason() {
		return this.reason;
	}

}
