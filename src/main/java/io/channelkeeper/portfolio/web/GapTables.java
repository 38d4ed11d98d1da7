package io.channelkeeper.portfolio.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.GapLine;
import io.channelkeeper.support.web.Csv;

/**
 * Writes gaps as a table, a line each.
 */
@Component
class GapTables {

	private static final String[] COLUMNS = { "portfolio.column.creator", "portfolio.network",
			"portfolio.column.handle", "portfolio.gap.from", "portfolio.gap.until", "portfolio.gap.cause",
			"portfolio.gap.hours" };

	/** Every spreadsheet reads this as a moment, whatever its language. */
	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

	private static final BigDecimal HOUR = BigDecimal.valueOf(3600);

	private final StateTexts states;

	private final NetworkTexts networks;

	private final DeliveryStrips strips;

	private final Clock clock;

	GapTables(StateTexts states, NetworkTexts networks, DeliveryStrips strips, Clock clock) {
		this.states = states;
		this.networks = networks;
		this.strips = strips;
		this.clock = clock;
	}

	/** The table; of a gap that lasts, the hours so far. */
	byte[] table(List<GapLine> lines, Viewer viewer, Locale language) {
		Reader reader = this.states.reader(viewer, language);
		Csv csv = new Csv(language);
		csv.line(Stream.of(COLUMNS).map(reader::text).toArray(String[]::new));
		lines.forEach((line) -> line(csv, line, reader));
		return csv.bytes();
	}

	private void line(Csv csv, GapLine line, Reader reader) {
		String shown = this.networks.shown(line.network(), line.handle(), line.displayName());
		Instant begins = line.gap().begins();
		Instant ends = line.gap().ends();
		csv.line(line.creatorName(), this.networks.name(line.network()),
				shown.startsWith("@") ? shown.substring(1) : shown, moment(begins, reader),
				(ends != null) ? moment(ends, reader) : "", this.strips.reason(line.gap(), reader),
				hours(begins, (ends != null) ? ends : this.clock.instant(), reader));
	}

	private static String moment(Instant moment, Reader reader) {
		return MOMENT.format(moment.truncatedTo(ChronoUnit.SECONDS).atZone(reader.zone()));
	}

	private static String hours(Instant begins, Instant ends, Reader reader) {
		BigDecimal seconds = BigDecimal.valueOf(Duration.between(begins, ends).toSeconds());
		String hours = seconds.divide(HOUR, 2, RoundingMode.HALF_UP).toPlainString();
		return reader.language().getLanguage().equals("de") ? hours.replace('.', ',') : hours;
	}

}
