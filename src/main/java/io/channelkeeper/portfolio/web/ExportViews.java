package io.channelkeeper.portfolio.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.ChannelGlimpse;
import io.channelkeeper.portfolio.PortfolioRow;
import io.channelkeeper.support.web.Csv;

/**
 * Writes creators and their channels as a table, one line for each channel.
 */
@Component
class ExportViews {

	private static final String[] COLUMNS = { "column.creator", "column.tags", "network", "column.handle",
			"column.address", "column.state", "column.line", "column.renew-by", "column.followers",
			"column.looked-after-by" };

	private final StateTexts states;

	private final NetworkTexts networks;

	ExportViews(StateTexts states, NetworkTexts networks) {
		this.states = states;
		this.networks = networks;
	}

	byte[] table(List<PortfolioRow> rows, Viewer viewer, Locale language) {
		Reader reader = this.states.reader(viewer, language);
		Csv csv = new Csv(language);
		csv.line(Stream.of(COLUMNS).map((column) -> reader.text("portfolio." + column)).toArray(String[]::new));
		for (PortfolioRow row : rows) {
			if (row.channels().isEmpty()) {
				StateChip none = this.states.none(reader);
				csv.line(row.name(), tags(row), "", "", "", none.text(), none.line(), "", "", lookedAfterBy(row));
			}
			row.channels().forEach((channel) -> line(csv, row, channel, reader));
		}
		return csv.bytes();
	}

	private void line(Csv csv, PortfolioRow row, ChannelGlimpse channel, Reader reader) {
		StateChip chip = this.states.chip(channel, reader);
		Instant deadline = channel.deadline();
		csv.line(row.name(), tags(row), this.networks.name(channel.network()), shown(channel),
				this.networks.address(channel).toString(), chip.text(), said(chip), day(deadline, reader),
				(channel.followers() != null) ? channel.followers().toString() : "", lookedAfterBy(row));
	}

	private static String said(StateChip chip) {
		return (chip.note() != null) ? chip.line() + ". " + chip.note() : chip.line();
	}

	/** Without {@code @}, which spreadsheets take for the beginning of a formula. */
	private String shown(ChannelGlimpse channel) {
		String shown = this.networks.shown(channel);
		return shown.startsWith("@") ? shown.substring(1) : shown;
	}

	/** Every spreadsheet reads this as a date, whatever its language. */
	private static String day(@Nullable Instant moment, Reader reader) {
		return (moment != null) ? LocalDate.ofInstant(moment, reader.zone()).toString() : "";
	}

	private static String tags(PortfolioRow row) {
		return String.join(", ", row.tags());
	}

	private static String lookedAfterBy(PortfolioRow row) {
		return (row.lookedAfterBy() != null) ? row.lookedAfterBy() : "";
	}

}
