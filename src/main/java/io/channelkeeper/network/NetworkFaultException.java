package io.channelkeeper.network;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * A network refused, or gave no proper answer. Its message names the kind of fault only,
 * never anything the network said.
 */
public class NetworkFaultException extends RuntimeException {

	private final transient NetworkFault fault;

	private final boolean answerLost;

	/** What was answered could be read; whether it made sense is told by the fault. */
	public NetworkFaultException(NetworkFault fault) {
		this(fault, null, fault instanceof NetworkFault.Unexpected);
	}

	public NetworkFaultException(NetworkFault fault, Throwable cause) {
		this(fault, cause, fault instanceof NetworkFault.Unexpected);
	}

	private NetworkFaultException(NetworkFault fault, @Nullable Throwable cause, boolean answerLost) {
		super(fault.getClass().getSimpleName(), cause);
		this.fault = fault;
		this.answerLost = answerLost;
	}

	/** The network said no, so that it did not do what it was asked. */
	static NetworkFaultException refused(NetworkFault fault) {
		return new NetworkFaultException(fault, null, false);
	}

	/**
	 * There was no answer.
	 * @param asked whether the question may have arrived
	 */
	static NetworkFaultException unanswered(Throwable cause, boolean asked) {
		return new NetworkFaultException(new NetworkFault.Unavailable(), cause, asked);
	}

	public NetworkFault fault() {
		return this.fault;
	}

	/**
	 * Whether the network may have done what it was asked although nobody knows what it
	 * answered: a token that works once must not be shown to it again (N-3).
	 */
	public boolean isAnswerLost() {
		return this.answerLost;
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
