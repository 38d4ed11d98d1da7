package io.channelkeeper.network;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How the answers of one API are to be understood.
 */
public interface AnswerReading {

	/** The fault that an answer stands for, or null when it is none. */
	@Nullable NetworkFault faultOf(RemoteAnswer answer, Instant now);

	/** What the answer says of limits, or null where it says nothing. */
	default @Nullable CallBudget budgetOf(RemoteAnswer answer, Instant now) {
		return null;
	}

	/**
	 * What an operator needs for asking the network about a refusal, such as its error
	 * code and trace; never anything secret.
	 */
	default String describe(RemoteAnswer answer) {
		return "status " + answer.status();
	}

}
