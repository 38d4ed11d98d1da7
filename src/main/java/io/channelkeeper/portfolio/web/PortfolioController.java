package io.channelkeeper.portfolio.web;

import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.PortfolioPage;

/**
 * Shows the portfolio, the first page after signing in.
 */
@Controller
class PortfolioController {

	private final PortfolioDesk desk;

	PortfolioController(PortfolioDesk desk) {
		this.desk = desk;
	}

	@GetMapping("/portfolio")
	String portfolio(Viewer viewer, PortfolioAddress address, Locale language, Model model) {
		PortfolioPage page = this.desk.page(viewer, address);
		model.addAttribute("filter", address);
		model.addAttribute("view", this.desk.view(page, address, viewer, language));
		model.addAttribute("coming", this.desk.coming(language));
		model.addAttribute("started", this.desk.started(viewer, page.counts()));
		return (page.counts().creators() == 0) ? "portfolio/getting-started" : "portfolio/portfolio";
	}

	/** The part that changes by itself; 204 while it is the same as the page shows. */
	@GetMapping("/portfolio/live")
	@Nullable String live(Viewer viewer, PortfolioAddress address, @RequestParam(defaultValue = "") String version,
			Locale language, Model model, HttpServletResponse response) {
		PortfolioView view = this.desk.view(this.desk.page(viewer, address), address, viewer, language);
		if (view.version().equals(version)) {
			response.setStatus(HttpStatus.NO_CONTENT.value());
			return null;
		}
		model.addAttribute("filter", address);
		model.addAttribute("view", view);
		return "portfolio/live :: live";
	}

}
