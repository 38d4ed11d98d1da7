package io.channelkeeper.channel;

import java.util.Optional;
import java.util.UUID;

/**
 * Asks networks what everybody can see of a channel. Declared here, answered by whoever
 * owns the connections, because some networks show strangers' profiles only through an
 * own connected channel.
 */
public interface ProfileLookUp {

	/** Whether the channel's network can be asked by this organization now. */
	boolean isPossible(UUID channelId);

	/**
	 * Asks the network, at most once a minute for a channel, and keeps the answer. Must
	 * not be called inside a transaction.
	 * @return what came of it, now or within this minute; empty if it is not possible
	 */
	Optional<LookUpOutcome> look(UUID channelId);

	/** What came of the last time, if there was one. */
	Optional<LookUpOutcome> last(UUID channelId);

}
