package io.channelkeeper.warning;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A part of what was told of one channel, the newest first.
 *
 * @param id the channel
 * @param creatorId whose it is
 * @param shown what people call it
 * @param network the name of its network
 * @param creator the creator's name
 * @param lines the warnings
 * @param older before which one older ones stand, or null where there are none
 */
public record LedgerChannel(UUID id, UUID creatorId, String shown, String network, String creator,
		List<LedgerLine> lines, @Nullable UUID older) {

	public LedgerChannel {
		lines = List.copyOf(lines);
	}

}
