package io.channelkeeper.portfolio;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One page of the portfolio.
 *
 * @param counts the first line
 * @param nextRenewal what has to be renewed next, or null
 * @param tags all tags in use
 * @param rows the creators
 * @param next after whom the next page begins, or null on the last one
 */
public record PortfolioPage(PortfolioCounts counts, @Nullable NextRenewal nextRenewal, List<String> tags,
		List<PortfolioRow> rows, @Nullable UUID next) {

	public PortfolioPage {
		tags = List.copyOf(tags);
		rows = List.copyOf(rows);
	}

}
