package io.channelkeeper.portfolio.web;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.ChannelKind;

/**
 * The list of connections as it is shown.
 *
 * @param groups the connections, all in one group unless each sign-in is one
 * @param networks all networks
 * @param next the next page's address, or null
 * @param first the first page's address on a later one, or null
 * @param version changes with everything that is shown
 */
record ConnectionsView(List<Group> groups, List<PortfolioView.Choice> networks, @Nullable String next,
		@Nullable String first, String version) {

	/**
	 * Connections that stand together.
	 *
	 * @param heading whose sign-in carries them, or null in a flat list
	 * @param rows the connections
	 */
	record Group(@Nullable String heading, List<Row> rows) {

	}

	/**
	 * A connection.
	 *
	 * @param id the channel
	 * @param creatorId whose it is
	 * @param creator the creator's name
	 * @param picture a picture's path, or null
	 * @param pictureGap why that is missing or old, or null
	 * @param network the network's id
	 * @param networkName its name
	 * @param handle what people call the channel
	 * @param bad whether it is interrupted
	 * @param chip how it stands
	 * @param step what to do first about it, or null
	 * @param asked which colleague was asked about it, or null
	 * @param renewBy the day to renew, or what stands in its place
	 * @param renewByFull the same in full, for its tooltip, or null
	 * @param source where that day is known from, or null
	 * @param connectedBy who connected it last
	 * @param connectedAt the day
	 * @param kind what the channel is to the organization
	 * @param moves what can be done
	 */
	record Row(UUID id, UUID creatorId, String creator, @Nullable String picture, @Nullable String pictureGap,
			String network, String networkName, String handle, boolean bad, StateChip chip, @Nullable String step,
			@Nullable String asked, String renewBy, @Nullable String renewByFull, @Nullable String source,
			String connectedBy, String connectedAt, ChannelKind kind, Moves moves) {

	}

}
