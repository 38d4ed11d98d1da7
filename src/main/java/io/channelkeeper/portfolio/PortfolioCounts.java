package io.channelkeeper.portfolio;

import java.util.Map;

/**
 * The first line of the portfolio: how many creators need what.
 *
 * @param creators all creators
 * @param invitations all invitations that were ever made
 * @param byState how many creators have a channel that stands so
 * @param pictureMissing how many creators have no picture
 */
public record PortfolioCounts(long creators, long invitations, Map<PortfolioState, Long> byState, long pictureMissing) {

	public PortfolioCounts {
		byState = Map.copyOf(byState);
	}

	public long of(PortfolioState state) {
		return this.byState.getOrDefault(state, 0L);
	}

}
