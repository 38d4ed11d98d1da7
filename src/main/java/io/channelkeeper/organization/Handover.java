package io.channelkeeper.organization;

import java.util.List;
import java.util.UUID;

/**
 * What hangs on a member who is about to leave (B-10).
 *
 * @param member who leaves
 * @param signIns what the member connected with sign-ins of one's own
 * @param creators how many creators the member looks after
 * @param successors the other active members, by name
 */
public record Handover(Member member, List<HeldSignIn> signIns, int creators, List<Member> successors) {

	public Handover {
		signIns = List.copyOf(signIns);
		successors = List.copyOf(successors);
	}

	/** Those of them who may sign in for any channel, without the one who asks. */
	public List<Member> able(UUID asking) {
		return this.successors.stream()
			.filter((other) -> other.role() != Role.MARKETER && !other.id().equals(asking))
			.toList();
	}

}
