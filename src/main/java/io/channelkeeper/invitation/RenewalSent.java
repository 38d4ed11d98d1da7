package io.channelkeeper.invitation;

import java.time.Instant;
import java.util.List;

/**
 * A creator was asked by mail to renew channels.
 *
 * @param creatorName who
 * @param handles what people call the channels
 * @param validUntil until when the link is good
 */
public record RenewalSent(String creatorName, List<String> handles, Instant validUntil) {

	public RenewalSent {
		handles = List.copyOf(handles);
	}

}
