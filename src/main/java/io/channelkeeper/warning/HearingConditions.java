package io.channelkeeper.warning;

/**
 * Who is told of something, as conditions for statements that look at many members at
 * once. What they name is written by us: aliases, columns and words, never input.
 */
final class HearingConditions {

	private HearingConditions() {
	}

	/**
	 * The condition that a member does not want to hear of something (M-33).
	 * @param member alias of the member's row
	 * @param kind expression of the kind
	 * @param way expression of the way
	 * @param mine condition that the member looks after whom it is about
	 */
	static String silent(String member, String kind, String way, String mine) {
		return """
				exists (select from notice_choice h where h.member_id = %s.id and h.kind = %s and h.way = %s
					and (h.scope = 'NONE' or (h.scope = 'MINE' and (%s) is not true)))""".formatted(member, kind, way,
				mine);
	}

	/**
	 * The condition that a member does not want to hear of one creator.
	 * @param member alias of the member's row
	 * @param lookedAfterBy expression of who looks after the creator, such as
	 * {@code r.looked_after_by}; null where it is nobody
	 */
	static String silent(String member, NoticeKind kind, NoticeWay way, String lookedAfterBy) {
		return silent(member, "'" + kind + "'", "'" + way + "'", lookedAfterBy + " = " + member + ".id");
	}

	/**
	 * The condition that no mail to a member was refused in the last week before
	 * {@code :now}.
	 * @param member alias of the member's row
	 */
	static String reached(String member) {
		return """
				not exists (select from person q join mail y on y.recipient = q.email and y.state = 'REFUSED'
					and y.refused_at > cast(:now as timestamptz) - interval '168 hours' where q.id = %s.person_id)"""
			.formatted(member);
	}

	/**
	 * The condition that an active member is told of one creator: who wants to hear of
	 * it; where no active member does, who runs the organization (B-8). Where it holds
	 * for one who is silent, unsubscribing changes nothing.
	 * @param member alias of the member's row, for which that of an active member of the
	 * creator's organization must stand
	 * @param lookedAfterBy as for {@link #silent(String, NoticeKind, NoticeWay, String)}
	 */
	static String told(String member, NoticeKind kind, NoticeWay way, String lookedAfterBy) {
		return """
				(not %s or (%s.role = 'ADMIN' and not exists (select from member hearer
					where hearer.organization_id = %2$s.organization_id and hearer.active and not %s)))"""
			.formatted(silent(member, kind, way, lookedAfterBy), member, silent("hearer", kind, way, lookedAfterBy));
	}

}
