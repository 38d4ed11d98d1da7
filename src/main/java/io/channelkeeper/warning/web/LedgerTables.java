package io.channelkeeper.warning.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.network.Network;
import io.channelkeeper.network.Networks;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.web.Csv;
import io.channelkeeper.warning.LedgerLine;

/**
 * Writes warnings as a table, a line for each person who is told, while they are read.
 */
@Component
class LedgerTables {

	private static final List<String> COLUMNS = List.of("creator", "network", "handle", "kind", "days", "about", "to",
			"address", "created", "fate", "at", "answer", "words");

	private final LedgerWords words;

	private final Networks networks;

	LedgerTables(LedgerWords words, Networks networks) {
		this.words = words;
		this.networks = networks;
	}

	/**
	 * Writes the table.
	 * @throws IOException if the reader has gone
	 */
	void write(Stream<List<LedgerLine>> parts, OutputStream to, Viewer viewer, Locale language) throws IOException {
		LedgerWords.Words reader = this.words.to(viewer, language);
		Csv csv = new Csv(language);
		csv.line(COLUMNS.stream().map((column) -> reader.text("column." + column)).toArray(String[]::new));
		to.write(csv.bytes());
		for (List<LedgerLine> part : (Iterable<List<LedgerLine>>) parts::iterator) {
			part.forEach((line) -> csv.line(cells(line, reader, viewer.zone())));
			to.write(csv.bytes());
		}
	}

	private String[] cells(LedgerLine line, LedgerWords.Words reader, ZoneId zone) {
		Network network = this.networks.get(line.channel().network());
		String shown = network.show(line.channel().handle(), line.channel().displayName());
		return Stream
			.of(line.channel().creator(), network.name(), shown.startsWith("@") ? shown.substring(1) : shown,
					reader.kind(line), line.days(), moment(line.about(), zone), line.to().name(), line.to().address(),
					moment(line.createdAt(), zone), reader.state(line), moment(line.fateAt(), zone),
					reader.answer(line), LedgerWords.words(line))
			.map((cell) -> (cell != null) ? cell.toString() : "")
			.toArray(String[]::new);
	}

	/** With its offset, to the second (ISO 8601). */
	private static @Nullable String moment(@Nullable Instant moment, ZoneId zone) {
		return (moment != null) ? DateTimeFormatter.ISO_OFFSET_DATE_TIME
			.format(moment.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime()) : null;
	}

}
