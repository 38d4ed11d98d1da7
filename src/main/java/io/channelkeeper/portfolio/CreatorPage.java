package io.channelkeeper.portfolio;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.connection.OfferedChannel;
import io.channelkeeper.creator.Creator;

/**
 * Everything that the page of one creator shows.
 *
 * @param creator the creator
 * @param lookedAfterBy the name of who looks after the creator, or null
 * @param picture a picture's path, or null
 * @param gap why there is no picture or no newer one, or null
 * @param channels the channels, worst first
 * @param offers other accounts that wait for a member's word (B-5)
 * @param faces where members find the pictures of those, by offer; without those that
 * have none
 * @param hasHistory whether there is anything to show under History
 */
public record CreatorPage(Creator creator, @Nullable String lookedAfterBy, @Nullable String picture,
		@Nullable PictureGap gap, List<ChannelCard> channels, List<OfferedChannel> offers, Map<UUID, String> faces,
		boolean hasHistory) {

	public CreatorPage {
		channels = List.copyOf(channels);
		offers = List.copyOf(offers);
		faces = Map.copyOf(faces);
	}

}
