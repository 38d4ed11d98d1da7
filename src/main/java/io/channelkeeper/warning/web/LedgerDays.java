package io.channelkeeper.warning.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * From when to when a table of warnings reaches, a year at most.
 *
 * @param from its first moment
 * @param until the first moment after it
 */
record LedgerDays(Instant from, Instant until) {

	private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

	private static final LocalDate LAST = LocalDate.of(9000, 1, 1);

	/** Days as a zone counts them, both included; of a longer time its last year. */
	static LedgerDays of(LocalDate from, LocalDate to, ZoneId zone) {
		LocalDate end = within(to).plusDays(1);
		LocalDate begin = within(from);
		LocalDate yearBefore = end.minusYears(1);
		return new LedgerDays((begin.isBefore(yearBefore) ? yearBefore : begin).atStartOfDay(zone).toInstant(),
				end.atStartOfDay(zone).toInstant());
	}

	/** What no warning can lie beyond, nor any database count. */
	private static LocalDate within(LocalDate day) {
		return day.isBefore(FIRST) ? FIRST : day.isAfter(LAST) ? LAST : day;
	}

}
