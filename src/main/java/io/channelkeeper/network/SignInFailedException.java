package io.channelkeeper.network;

/**
 * A sign-in came to no connection, and this is why.
 */
public class SignInFailedException extends RuntimeException {

	private final transient Diagnosis diagnosis;

	public SignInFailedException(Diagnosis diagnosis) {
		super(diagnosis.kind().name());
		this.diagnosis = diagnosis;
	}

	public SignInFailedException(Diagnosis diagnosis, Throwable cause) {
		super(diagnosis.kind().name(), cause);
		this.diagnosis = diagnosis;
	}

	public Diagnosis diagnosis() {
		return this.diagnosis;
	}

}
