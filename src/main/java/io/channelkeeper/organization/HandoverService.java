package io.channelkeeper.organization;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.support.NotFoundException;

/**
 * Lets nobody leave before it is known what that person leaves behind (B-10).
 */
@Service
public class HandoverService {

	private final MemberService members;

	private final HeldSignIns signIns;

	private final LookedAfter lookedAfter;

	HandoverService(MemberService members, HeldSignIns signIns, LookedAfter lookedAfter) {
		this.members = members;
		this.signIns = signIns;
		this.lookedAfter = lookedAfter;
	}

	/** What hangs on a member. */
	@Transactional(readOnly = true)
	public Handover of(Viewer viewer, UUID memberId) {
		viewer.require(Action.ADMINISTER);
		return new Handover(this.members.get(memberId), this.signIns.of(memberId), this.lookedAfter.count(memberId),
				this.members.active().stream().filter((other) -> !other.id().equals(memberId)).toList());
	}

	/**
	 * Lets a member in no longer. What the member connected stays connected.
	 * @param successor who looks after the member's creators from now on, or null for
	 * nobody
	 * @throws LastAdminException if that leaves nobody to run the organization
	 * @throws NotFoundException if the successor is no active member
	 */
	@Transactional
	public void deactivate(Viewer viewer, UUID memberId, @Nullable UUID successor) {
		this.members.deactivate(viewer, memberId);
		if (successor != null && !this.members.get(successor).active()) {
			throw new NotFoundException("active member", successor);
		}
		this.lookedAfter.passOn(memberId, successor);
	}

}
