package io.channelkeeper.network;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A network refused, or gave no proper answer. Its message names the kind of fault only,
 * never anything the network said.
 */
public class NetworkFaultException extends RuntimeException {

	private final transient NetworkFault fault;

	public NetworkFaultException(NetworkFault fault) {
		super(fault.getClass().getSimpleName());
		this.fault = fault;
	}

	public NetworkFaultException(NetworkFault fault, Throwable cause) {
		super(fault.getClass().getSimpleName(), cause);
		this.fault = fault;
	}

	public NetworkFault fault() {
		return this.fault;
	}

	/**
	 * Until when a network that refused somewhere beneath this failure wants to be left
	 * alone, where it said so.
	 */
	public static Optional<Instant> closedUntil(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof NetworkFaultException refused
					&& refused.fault() instanceof NetworkFault.RateLimited(var until)) {
				return Optional.ofNullable(until);
			}
		}
		return Optional.empty();
	}

	/**
	 * What it means to somebody who is just signing in: whatever passes by itself, and
	 * whatever the network does not explain, is the network's trouble.
	 */
	public SignInFailedException whileSigningIn() {
		return new SignInFailedException(switch (this.fault) {
			case NetworkFault.RateLimited(var until) when until != null ->
				Diagnosis.of(DiagnosisKind.NETWORK_DOWN, "until", until.toString());
			case NetworkFault.TokenRejected _, NetworkFault.TokenExpired _ -> Diagnosis.of(DiagnosisKind.STOPPED);
			default -> Diagnosis.of(DiagnosisKind.NETWORK_DOWN);
		}, this);
	}

	/**
	 * Runs a step of a sign-in.
	 * @throws SignInFailedException with what a refusal means to somebody who is just
	 * signing in
	 */
	public static <T> T whileSigningIn(Supplier<T> step) {
		try {
			return step.get();
		}
		catch (NetworkFaultException ex) {
			throw ex.whileSigningIn();
		}
	}

}
