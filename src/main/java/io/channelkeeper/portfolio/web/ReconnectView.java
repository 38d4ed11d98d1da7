package io.channelkeeper.portfolio.web;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.WayOut;

/**
 * What is interrupted, as it is shown.
 *
 * @param parts by whose move it is; without those that are empty
 * @param well what it says instead when nothing is interrupted, or null
 * @param next the next page's address, or null
 * @param first the first page's address on a later one, or null
 */
record ReconnectView(List<Part> parts, @Nullable String well, @Nullable String next, @Nullable String first) {

	/** Changes with everything that is shown. */
	public String version() {
		return PageVersion.of(this);
	}

	/**
	 * Those whose move it is.
	 *
	 * @param word for the text
	 * @param size how many channels, on all pages
	 * @param units what is mended in one go
	 */
	record Part(String word, long size, List<Unit> units) {

	}

	/**
	 * What is mended in one go: all of a login, all of a creator, or one channel.
	 *
	 * @param head what they have in common, or null where that needs no words
	 * @param rows the channels
	 */
	record Unit(@Nullable Head head, List<Row> rows) {

	}

	/**
	 * What several channels have in common.
	 *
	 * @param text whose they are, or what they hang on
	 * @param note who connected them last, or null
	 * @param creatorId the creator, or null for a login
	 * @param all what brings back all of a login, or null
	 * @param renewals the ways to ask the creator, the best first
	 */
	record Head(String text, @Nullable String note, @Nullable UUID creatorId, @Nullable Move all,
			List<RenewalWay> renewals) {

	}

	/**
	 * An interrupted channel.
	 *
	 * @param id the channel
	 * @param network the network's id
	 * @param networkName its name
	 * @param handle what people call it
	 * @param picture a picture's path, or null
	 * @param pictureGap why that is missing or old, or null
	 * @param creatorId whose it is
	 * @param creatorName the creator's name
	 * @param chip how it stands
	 * @param lines what is to be known beside that: who was asked, first step, who
	 * connected it
	 * @param ways what may be behind it, the most likely first
	 * @param main what helps most, or null where that is done for several at once
	 * @param others other ways
	 */
	record Row(UUID id, String network, String networkName, String handle, @Nullable String picture,
			@Nullable String pictureGap, UUID creatorId, String creatorName, StateChip chip, List<String> lines,
			List<WayOut> ways, @Nullable Move main, List<Move> others) {

	}

}
