package io.channelkeeper.invitation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of the list.
 *
 * @param rows stuck ones first, then the newest
 * @param next where the next page begins, or null on the last
 */
public record InvitationPage(List<InvitationRow> rows, @Nullable String next) {

	public InvitationPage {
		rows = List.copyOf(rows);
	}

}
