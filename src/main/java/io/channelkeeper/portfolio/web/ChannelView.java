package io.channelkeeper.portfolio.web;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A channel's card as it is shown.
 *
 * @param id the channel
 * @param network the network's id
 * @param networkName its name
 * @param handle what people call it
 * @param address the channel's public page
 * @param displayName the name beside that, or null
 * @param chip how it stands
 * @param step what to do first about a broken connection, or null
 * @param strip ninety days of data and gaps, or null when it was never connected
 * @param facts what is known, in order
 * @param figures the newest numbers beside followers
 * @param granted names of permissions that were granted
 * @param missing names of permissions that are missing
 * @param notice why it cannot be connected (P-7 to P-9), or null
 * @param moves what can be done
 */
record ChannelView(UUID id, String network, String networkName, String handle, URI address,
		@Nullable String displayName, StateChip chip, @Nullable String step, @Nullable DeliveryStrip strip,
		List<Fact> facts, List<Fact> figures, List<String> granted, List<String> missing, @Nullable Notice notice,
		Moves moves) {

	/**
	 * Something known.
	 *
	 * @param label what
	 * @param value what it is, or why it is not known
	 * @param note since when and from whom, or null
	 * @param known whether there is a value
	 */
	record Fact(String label, String value, @Nullable String note, boolean known) {

	}

	/**
	 * The yellow notice.
	 *
	 * @param text why Connect is off
	 * @param source how it is known
	 */
	record Notice(String text, String source) {

	}

	/**
	 * What the viewer can do with the channel now.
	 *
	 * @param invite whether to invite, or to ask for a renewal
	 * @param inviteLabel what that is called
	 * @param remind the invitation to remind of, or null
	 * @param readdress whether the invitation's mail was refused, so that the address has
	 * to be corrected first
	 * @param connect whether signing in oneself is offered
	 * @param connectEnabled whether it is possible
	 * @param connectLabel what that is called
	 * @param disconnect whether it can be disconnected
	 * @param mark whether it can be marked as private or personal by hand
	 * @param offered whether a sign-in that reaches its network is set up
	 * @param restore whether to read what has to be restored, because its key is missing
	 */
	record Moves(boolean invite, String inviteLabel, @Nullable UUID remind, boolean readdress, boolean connect,
			boolean connectEnabled, String connectLabel, boolean disconnect, boolean mark, boolean offered,
			boolean restore) {

	}

}
