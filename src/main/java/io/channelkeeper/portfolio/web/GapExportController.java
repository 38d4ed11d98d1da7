package io.channelkeeper.portfolio.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.GapLine;
import io.channelkeeper.portfolio.GapReport;
import io.channelkeeper.support.web.Csv;

/**
 * Hands out from when to when channels delivered nothing, as a table.
 */
@Controller
class GapExportController {

	private final GapReport report;

	private final GapTables tables;

	GapExportController(GapReport report, GapTables tables) {
		this.report = report;
		this.tables = tables;
	}

	@GetMapping("/creators/{id}/gaps.csv")
	ResponseEntity<byte[]> ofCreator(Viewer viewer, @PathVariable UUID id, Locale language) {
		return file(this.report.ofCreator(id), viewer, language);
	}

	@GetMapping("/portfolio/gaps.csv")
	ResponseEntity<byte[]> ofAll(Viewer viewer, Locale language) {
		return file(this.report.ofAll(), viewer, language);
	}

	private ResponseEntity<byte[]> file(List<GapLine> lines, Viewer viewer, Locale language) {
		return ResponseEntity.ok()
			.contentType(Csv.TYPE)
			.header(HttpHeaders.CONTENT_DISPOSITION, Csv.named("gaps.csv"))
			.body(this.tables.table(lines, viewer, language));
	}

}
