package io.channelkeeper.organization;

import java.util.List;
import java.util.UUID;

/**
 * Knows what members of the bound organization connected with sign-ins of their own.
 */
public interface HeldSignIns {

	/** The member's sign-ins that carry a channel, by provider and name. */
	List<HeldSignIn> of(UUID memberId);

}
