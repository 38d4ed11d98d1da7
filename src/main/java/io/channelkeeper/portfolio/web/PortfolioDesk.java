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
import io.channelkeeper.warning.ComingRenewals;
import io.channelkeeper.warning.ComingTexts;
import io.channelkeeper.warning.ComingWarnings;

/**
 * Brings together what the portfolio's page needs.
 */
@Component
class PortfolioDesk {

	private final PortfolioService portfolio;

	private final StartService start;

	private final PortfolioViews views;

	private final StateTexts states;

	private final ComingWarnings coming;

	private final ComingTexts comingTexts;

	PortfolioDesk(PortfolioService portfolio, StartService start, PortfolioViews views, StateTexts states,
			ComingWarnings coming, ComingTexts comingTexts) {
		this.portfolio = portfolio;
		this.start = start;
		this.views = views;
		this.states = states;
		this.coming = coming;
		this.comingTexts = comingTexts;
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

	/** Who renews what in the next 30 days (B-16), or null where nobody has to. */
	@Nullable String coming(Locale language) {
		ComingRenewals renewals = this.coming.renewals();
		return (renewals.all() > 0) ? this.comingTexts.line(renewals, language) : null;
	}

}
