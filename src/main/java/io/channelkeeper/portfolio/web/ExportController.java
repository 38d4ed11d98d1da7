package io.channelkeeper.portfolio.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.PortfolioService;
import io.channelkeeper.support.web.Csv;

/**
 * Hands out the selected creators as a table.
 */
@Controller
class ExportController {

	private final PortfolioService portfolio;

	private final ExportViews views;

	private final WayBack wayBack;

	ExportController(PortfolioService portfolio, ExportViews views, WayBack wayBack) {
		this.portfolio = portfolio;
		this.views = views;
		this.wayBack = wayBack;
	}

	@PostMapping("/portfolio/export")
	Object export(Viewer viewer, @RequestParam(required = false) @Nullable List<UUID> creator,
			@RequestParam(required = false) @Nullable String back, Locale language, RedirectAttributes redirect) {
		if (creator == null || creator.isEmpty()) {
			return this.wayBack.to(back, "portfolio.export.none", redirect, language);
		}
		return ResponseEntity.ok()
			.contentType(Csv.TYPE)
			.header(HttpHeaders.CONTENT_DISPOSITION, Csv.named("portfolio.csv"))
			.body(this.views.table(this.portfolio.rows(creator), viewer, language));
	}

}
