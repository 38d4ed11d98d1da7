package io.channelkeeper.channel;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.Profile;

/**
 * Why a channel cannot be connected, and how that is known (P-7 to P-9).
 *
 * @param reason private or personal, or nothing to be seen
 * @param source who says so
 * @param at since when it is known
 * @param by the member who said so, or null
 */
public record Ineligibility(Reason reason, Source source, Instant at, @Nullable UUID by) {

	/**
	 * Whether a profile that somebody is shown speaks against it. A member's word is only
	 * overcome by what the network says itself.
	 */
	boolean isContradictedBy(Profile profile) {
		if (this.reason == Reason.NOT_SHOWN) {
			return true;
		}
		if (this.reason == Reason.PRIVATE) {
			return Boolean.TRUE.equals(profile.isPublic());
		}
		return (profile.accountType() != null) ? !profile.accountType().equalsIgnoreCase(ChannelEntity.PERSONAL)
				: this.source != Source.MEMBER;
	}

	/**
	 * Why. Not shown is what only a look-up can say: private, personal or no such handle.
	 */
	public enum Reason {

		PRIVATE, PERSONAL, NOT_SHOWN

	}

	/** How it is known: a failed attempt, the public look-up, a member by hand. */
	public enum Source {

		ATTEMPT, LOOKUP, MEMBER

	}

}
