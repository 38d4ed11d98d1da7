package io.channelkeeper.warning;

import java.util.List;
import java.util.Set;

import io.channelkeeper.organization.Role;

/**
 * What a notice is about; people choose by kind what they get by mail and inside the
 * application.
 */
public enum NoticeKind {

	EXPIRING, INTERRUPTED,

	/**
	 * Interrupted channels that the member answers for: connected them last, or is next
	 * to whoever did (H-13). Who takes nothing of {@link #INTERRUPTED} still hears of
	 * these.
	 */
	OWN_INTERRUPTED,

	RESTORED, INVITATIONS, REQUESTS, CHANGES, NETWORK_TROUBLE, UNDELIVERED;

	/** The ways in which it comes. */
	public Set<NoticeWay> ways() {
		return switch (this) {
			case EXPIRING, INTERRUPTED, OWN_INTERRUPTED, RESTORED, REQUESTS ->
				Set.of(NoticeWay.MAIL, NoticeWay.PRODUCT);
			case INVITATIONS, CHANGES, NETWORK_TROUBLE, UNDELIVERED -> Set.of(NoticeWay.PRODUCT);
		};
	}

	/** Kinds about the same channels that concern a member more closely. */
	List<NoticeKind> closer() {
		return switch (this) {
			case EXPIRING -> List.of(INTERRUPTED, OWN_INTERRUPTED);
			case INTERRUPTED -> List.of(OWN_INTERRUPTED);
			default -> List.of();
		};
	}

	/** What can be chosen; networks are nobody's. */
	public List<NoticeScope> scopes() {
		return (this == NETWORK_TROUBLE) ? List.of(NoticeScope.ALL, NoticeScope.NONE) : List.of(NoticeScope.values());
	}

	/** Whether members in that role choose about it. */
	public boolean isFor(Role role) {
		return role == Role.ADMIN || (this != NETWORK_TROUBLE && this != UNDELIVERED);
	}

}
