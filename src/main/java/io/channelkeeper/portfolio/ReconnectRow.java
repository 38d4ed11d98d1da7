package io.channelkeeper.portfolio;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An interrupted channel, and who can do something about it.
 *
 * @param place where it stands in the list, and with whom
 * @param channel how it stands
 * @param picture a picture's path, or null
 * @param gap why that is missing or old, or null
 * @param connectedBy the name of the member who connected it last, or null
 * @param asked who was asked lately, or null for nobody
 * @param askable names of colleagues who can be asked to connect it again
 * @param offered whether a sign-in that reaches its network is set up
 */
public record ReconnectRow(ReconnectPlace place, ChannelGlimpse channel, @Nullable String picture,
		@Nullable PictureGap gap, @Nullable String connectedBy, @Nullable AskedGlimpse asked, List<String> askable,
		boolean offered) {

	public ReconnectRow {
		askable = List.copyOf(askable);
	}

}
