package io.channelkeeper.invitation.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.invitation.InvitationRow;
import io.channelkeeper.invitation.InvitationState;
import io.channelkeeper.invitation.RowChannel;

/**
 * A row of the list as it is shown.
 *
 * @param row the invitation
 * @param tone of its chip
 * @param icon of its chip
 * @param text of its chip
 * @param channels its channels with their words
 * @param answer what can be written to a stuck creator, in the creator's language, or
 * null
 */
public record RowView(InvitationRow row, String tone, String icon, String text, List<ChannelLine> channels,
		@Nullable String answer) {

	public RowView {
		channels = List.copyOf(channels);
	}

	/** Whether the mail came back and the page was not seen otherwise. */
	public boolean isUndelivered() {
		return this.row.mailRefused() && this.row.state() == InvitationState.SENT;
	}

	/** Whether the creator can still be reminded. */
	public boolean isRemindable() {
		return !isUndelivered() && this.row.isWaiting() && this.row.recipient() != null;
	}

	/** Whether its channels stand differently. */
	public boolean isMixed() {
		return this.channels.stream().map(ChannelLine::text).distinct().count() > 1;
	}

	/** Whether a new link makes sense. */
	public boolean isRenewable() {
		return this.row.confirmed() < this.row.channels().size();
	}

	/**
	 * A channel of the row.
	 *
	 * @param channel the channel
	 * @param text its state in words
	 */
	public record ChannelLine(RowChannel channel, String text) {

	}

}
