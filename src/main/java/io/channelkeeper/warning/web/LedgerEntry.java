package io.channelkeeper.warning.web;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One warning with everybody who is told.
 *
 * @param id the first line's
 * @param title what is told
 * @param made when it was written down
 * @param lines what became of it, by person
 */
record LedgerEntry(UUID id, String title, String made, List<Line> lines) {

	/**
	 * What became of it with one person.
	 *
	 * @param name the person's name
	 * @param address where the mail went, or null
	 * @param tone of the state: bad, attention, or null where nobody has to do anything
	 * @param state how far it has come
	 * @param note when, and what the mail server said; may be empty
	 * @param words the mail server's own words, or null
	 */
	record Line(String name, @Nullable String address, @Nullable String tone, String state, String note,
			@Nullable String words) {

	}

}
