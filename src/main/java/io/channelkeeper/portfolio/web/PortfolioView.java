package io.channelkeeper.portfolio.web;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The portfolio as it is shown.
 *
 * @param counters the first line, without those that are zero
 * @param allWell what it says instead when nothing is to do, or null
 * @param rows the creators
 * @param tags all tags in use
 * @param networks all networks
 * @param next the next page's address, or null
 * @param first the first page's address on a later one, or null
 * @param version changes with everything that is shown
 */
record PortfolioView(List<Counter> counters, @Nullable String allWell, List<Row> rows, List<String> tags,
		List<Choice> networks, @Nullable String next, @Nullable String first, String version) {

	/**
	 * A number that is a filter.
	 *
	 * @param word for the text and the tone
	 * @param count how many creators
	 * @param address leads to them, or away when they are shown already
	 * @param active whether they are shown
	 */
	record Counter(String word, long count, String address, boolean active) {

	}

	/**
	 * A choice of a filter.
	 *
	 * @param value stands in the address
	 * @param label is read
	 */
	record Choice(String value, String label) {

	}

	/**
	 * A creator.
	 *
	 * @param id the creator
	 * @param name the creator's name
	 * @param picture a picture's path, or null
	 * @param pictureGap why there is no picture or no newer one, or null
	 * @param tags the team's words
	 * @param channels a glyph for each channel
	 * @param chip the worst state
	 * @param line its second line, with the channel if there are several
	 * @param remedy where to do something about an interruption, or null
	 * @param renewBy the next day to renew, or null
	 * @param renewByFull the same in full, for its tooltip, or null
	 * @param followers of the largest channel, or null
	 * @param lookedAfterBy a member's name, or null
	 */
	record Row(UUID id, String name, @Nullable String picture, @Nullable String pictureGap, List<String> tags,
			List<Glyph> channels, StateChip chip, String line, @Nullable String remedy, @Nullable String renewBy,
			@Nullable String renewByFull, @Nullable Long followers, @Nullable String lookedAfterBy) {

	}

	/**
	 * A channel in a row.
	 *
	 * @param network the network's id
	 * @param label network, handle and state, for hovering and screen readers
	 * @param tone of the mark, or null when all is well
	 */
	record Glyph(String network, String label, @Nullable String tone) {

	}

}
