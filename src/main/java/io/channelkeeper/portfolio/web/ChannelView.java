package io.channelkeeper.portfolio.web;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.ChannelKind;
import io.channelkeeper.network.WayOut;

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
 * @param ways what may be behind that, the most likely first
 * @param strip ninety days of data and gaps, or null when it was never connected
 * @param facts what is known, in order
 * @param figures the newest numbers beside followers
 * @param granted names of permissions that were granted
 * @param missing names of permissions that are missing
 * @param notice why it cannot be connected (P-7 to P-9), or null
 * @param moves what can be done
 * @param markable whether it can be marked as private or personal by hand
 * @param offered whether a sign-in that reaches its network is set up
 * @param fetchable whether its picture can be asked for
 * @param kind whether it is the creator's own, observed or used for ads
 * @param asked who asked colleagues to connect it again, and when, or null
 * @param mayAsk who connected it last, for whoever may only ask, or null
 */
record ChannelView(UUID id, String network, String networkName, String handle, URI address,
		@Nullable String displayName, StateChip chip, @Nullable String step, List<WayOut> ways,
		@Nullable DeliveryStrip strip, List<Fact> facts, List<Fact> figures, List<String> granted, List<String> missing,
		@Nullable Notice notice, Moves moves, boolean markable, boolean offered, boolean fetchable, ChannelKind kind,
		@Nullable String asked, @Nullable String mayAsk) {

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

}
