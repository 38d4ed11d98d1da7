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
 * @param broughtBack other channels that the same sign-in brought back (H-7)
 * @param leftOut other channels of the login that it does not reach any more
 * @param reconnection whether the channel had a login when the member left
 * @param replacing whether another person was to take over
 * @param returnPath where the member was
 */
public record MemberSignIn(UUID attemptId, ProviderId provider, ConnectPlan plan, @Nullable Diagnosis diagnosis,
		@Nullable OfferedChannel other, List<ReachedOffer> others, List<Sibling> broughtBack, List<Sibling> leftOut,
		boolean reconnection, boolean replacing, String returnPath) {

	/**
	 * Whether there is nothing left to say or to choose. Who came to reconnect came for
	 * nothing else.
	 */
	public boolean isDone() {
		return (this.diagnosis == null) ? (this.others.isEmpty() || this.reconnection) : repairedBy() != null;
	}

	/** Who repaired the channel meanwhile, so that nothing was left to do; or null. */
	public @Nullable String repairedBy() {
		return (this.diagnosis != null && this.diagnosis.details().containsKey(SignInJudge.REPAIRED))
				? this.diagnosis.details().get("name") : null;
	}

}
