package io.channelkeeper.connection;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.Grant;

/**
 * A sign-in cannot connect anything, although it may have granted access.
 */
class UnfitSignInException extends RuntimeException {

	private final transient Diagnosis diagnosis;

	private final transient @Nullable Grant grant;

	UnfitSignInException(Diagnosis diagnosis, @Nullable Grant grant, Throwable cause) {
		super(diagnosis.kind().name(), cause);
		this.diagnosis = diagnosis;
		this.grant = grant;
	}

	Diagnosis diagnosis() {
		return this.diagnosis;
	}

	/** What was granted and is of no use now, or null when it came to nothing. */
	@Nullable Grant grant() {
		return this.grant;
	}

}
