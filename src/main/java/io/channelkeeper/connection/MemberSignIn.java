package io.channelkeeper.connection;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.ProviderId;

/**
 * How a member's own sign-in ended.
 *
 * @param attemptId the attempt
 * @param provider through whom
 * @param plan the expected channel and all around it
 * @param diagnosis what was missing, or null on success
 * @param other another account that came back, if it can be added
 * @param others what else the sign-in reaches
 * @param returnPath where the member was
 */
public record MemberSignIn(UUID attemptId, ProviderId provider, ConnectPlan plan, @Nullable Diagnosis diagnosis,
		@Nullable OfferedChannel other, List<ReachedOffer> others, String returnPath) {

	/** Whether there is nothing left to say or to choose. */
	public boolean isDone() {
		return this.diagnosis == null && this.others.isEmpty();
	}

}
