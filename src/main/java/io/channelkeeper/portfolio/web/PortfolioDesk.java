package io.channelkeeper.portfolio.web;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.GettingStarted;
import io.channelkeeper.portfolio.PortfolioCounts;
import io.channelkeeper.portfolio.PortfolioPage;
import io.channelkeeper.portfolio.PortfolioService;
import io.channelkeeper.portfolio.StartService;

/**
 * Brings together what the portfolio's page needs.
 */
@Component
class PortfolioDesk {

	private final PortfolioService portfolio;

	private final StartService start;

	private final PortfolioViews views;

	private final StateTexts states;

	PortfolioDesk(PortfolioService portfolio, StartService start, PortfolioViews views, StateTexts states) {
		this.portfolio = portfolio;
		this.start = start;
		this.views = views;
		this.states = states;
	}

	PortfolioPage page(Viewer viewer, PortfolioAddress address) {
		return this.portfolio.page(viewer, address.filter(), address.cursor());
	}

	PortfolioView view(PortfolioPage page, PortfolioAddress address, Viewer viewer, Locale language) {
		return this.views.view(page, address, this.states.reader(viewer, language));
	}

	/** The first steps, until the first invitation was sent; then null. */
	@Nullable GettingStarted started(Viewer viewer, PortfolioCounts counts) {
		return (counts.creators() == 0 || counts.invitations() == 0) ? this.start.started(viewer, counts) : null;
	}

}
