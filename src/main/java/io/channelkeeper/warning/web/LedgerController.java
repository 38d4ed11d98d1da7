package io.channelkeeper.warning.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.web.Csv;
import io.channelkeeper.warning.LedgerChannel;
import io.channelkeeper.warning.LedgerLine;
import io.channelkeeper.warning.WarningLedger;

/**
 * Shows which warnings went to whom, of one channel as a page, and of one or all as a
 * table.
 */
@Controller
class LedgerController {

	private final WarningLedger ledger;

	private final LedgerPages pages;

	private final LedgerTables tables;

	LedgerController(WarningLedger ledger, LedgerPages pages, LedgerTables tables) {
		this.ledger = ledger;
		this.pages = pages;
		this.tables = tables;
	}

	@GetMapping("/channels/{id}/warnings")
	String ofChannel(Viewer viewer, @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID before,
			Locale language, Model model) {
		LedgerChannel channel = this.ledger.ofChannel(viewer, id, before);
		model.addAttribute("channel", channel);
		model.addAttribute("entries", this.pages.entries(channel.lines(), viewer, language));
		model.addAttribute("paged", before != null);
		return "warning/ledger";
	}

	@GetMapping("/channels/{id}/warnings.csv")
	void tableOfChannel(Viewer viewer, @PathVariable UUID id, Locale language, HttpServletResponse response)
			throws IOException {
		write(this.ledger.partsOf(viewer, id), viewer, language, response);
	}

	@GetMapping("/admin/organization/warnings.csv")
	void tableOfAll(Viewer viewer, @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
			@RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to, Locale language, HttpServletResponse response)
			throws IOException {
		LedgerDays days = LedgerDays.of(from, to, viewer.zone());
		write(this.ledger.parts(viewer, days.from(), days.until()), viewer, language, response);
	}

	private void write(Stream<List<LedgerLine>> parts, Viewer viewer, Locale language, HttpServletResponse response)
			throws IOException {
		response.setContentType(Csv.TYPE.toString());
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, Csv.named("warnings.csv"));
		this.tables.write(parts, response.getOutputStream(), viewer, language);
	}

}
