package io.channelkeeper.connection;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is known of whether a channel delivered data.
 *
 * @param channelId the channel
 * @param knownSince when it was connected for the first time
 * @param gaps when it delivered nothing, in order
 */
public record DeliveryRecord(UUID channelId, Instant knownSince, List<DataGap> gaps) {

	public DeliveryRecord {
		gaps = List.copyOf(gaps);
	}

}
