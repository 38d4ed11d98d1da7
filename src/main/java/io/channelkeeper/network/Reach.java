package io.channelkeeper.network;

import java.util.List;

/**
 * Everything of one network that a sign-in reaches.
 *
 * @param channels the channels, those with an obstacle among them
 * @param whenNone what to say when there is no channel at all
 */
public record Reach(List<ReachedChannel> channels, Diagnosis whenNone) {

	public Reach {
		channels = List.copyOf(channels);
	}

}
