package io.channelkeeper.warning.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.warning.LedgerLine;
import io.channelkeeper.warning.WarningFate;
import io.channelkeeper.warning.WarningKind;

/**
 * Lays warnings out: what several people are told of one moment stands together.
 */
@Component
class LedgerPages {

	private final LedgerWords words;

	LedgerPages(LedgerWords words) {
		this.words = words;
	}

	List<LedgerEntry> entries(List<LedgerLine> lines, Viewer viewer, Locale language) {
		LedgerWords.Words reader = this.words.to(viewer, language);
		Map<Same, List<LedgerLine>> together = lines.stream()
			.collect(Collectors.groupingBy(Same::of, LinkedHashMap::new, Collectors.toList()));
		return together.values().stream().map((same) -> entry(same, reader)).toList();
	}

	private static LedgerEntry entry(List<LedgerLine> same, LedgerWords.Words reader) {
		LedgerLine first = same.getFirst();
		return new LedgerEntry(first.id(), reader.title(first), reader.text("made", reader.moment(first.createdAt())),
				same.stream().map((line) -> line(line, reader)).toList());
	}

	private static LedgerEntry.Line line(LedgerLine line, LedgerWords.Words reader) {
		String name = line.to().creator() ? reader.text("creator", line.to().name()) : line.to().name();
		return new LedgerEntry.Line(name, line.to().address(), tone(line.fate()), reader.state(line), reader.note(line),
				LedgerWords.words(line));
	}

	private static @Nullable String tone(WarningFate fate) {
		return switch (fate) {
			case REFUSED, ADDRESS_REFUSED -> "bad";
			case DELAYED, HELD, NO_ADDRESS, NO_WAY -> "attention";
			default -> null;
		};
	}

	/** What is one warning to several people. */
	private record Same(WarningKind kind, Instant about, @Nullable Integer days, Instant createdAt) {

		static Same of(LedgerLine line) {
			return new Same(line.kind(), line.about(), line.days(), line.createdAt());
		}

	}

}
