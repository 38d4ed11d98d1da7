package io.channelkeeper.warning;

import io.channelkeeper.organization.Role;

/**
 * What a member wants to hear of in one way.
 *
 * @param kind what about
 * @param way how
 * @param scope of whom
 */
public record NoticeChoice(NoticeKind kind, NoticeWay way, NoticeScope scope) {

	/**
	 * Reads a choice as forms send it, such as {@code EXPIRING.MAIL.MINE}.
	 * @throws IllegalArgumentException if it is none
	 */
	public static NoticeChoice valueOf(String sent) {
		String[] parts = sent.split("\\.", -1);
		if (parts.length != 3) {
			throw new IllegalArgumentException("Not a choice");
		}
		return new NoticeChoice(NoticeKind.valueOf(parts[0]), NoticeWay.valueOf(parts[1]),
				NoticeScope.valueOf(parts[2]));
	}

	/** Whether members in that role are offered it. */
	boolean isOffered(Role role) {
		return this.kind.isFor(role) && this.kind.ways().contains(this.way) && this.kind.scopes().contains(this.scope);
	}

	boolean isAbout(NoticeKind otherKind, NoticeWay otherWay) {
		return this.kind == otherKind && this.way == otherWay;
	}

}
