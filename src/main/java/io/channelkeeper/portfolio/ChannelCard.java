package io.channelkeeper.portfolio;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.Figure;
import io.channelkeeper.connection.ChannelStanding;
import io.channelkeeper.connection.DeliveryRecord;
import io.channelkeeper.picture.PictureStanding;

/**
 * Everything that is known of one channel.
 *
 * @param glimpse how it stands
 * @param channel what its network said of it
 * @param standing who connected it, with which permissions
 * @param connectedBy the name of the member who connected it last, or null
 * @param markedBy the name of the member who said that it cannot be connected, or null
 * @param figures the newest numbers
 * @param gap what its picture lacks, or null when there is one of this cycle
 * @param picture what is known of its picture, or null for nothing
 * @param delivery when it delivered data, or null when it was never connected
 * @param offered whether a sign-in that reaches its network is set up
 * @param colleagues whom the viewer can ask to connect it again, and who was asked
 */
public record ChannelCard(ChannelGlimpse glimpse, Channel channel, ChannelStanding standing,
		@Nullable String connectedBy, @Nullable String markedBy, List<Figure> figures, @Nullable PictureGap gap,
		@Nullable PictureStanding picture, @Nullable DeliveryRecord delivery, boolean offered, Colleagues colleagues) {

	public ChannelCard {
		figures = List.copyOf(figures);
	}

}
