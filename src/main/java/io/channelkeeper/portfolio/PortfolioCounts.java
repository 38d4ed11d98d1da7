package io.channelkeeper.portfolio;

import java.util.Map;

/**
 * The first line of the portfolio: how many creators need what.
 *
 * @param creators all creators
 * @param invitations all invitations that were ever made
 * @param byState how many creators have a channel that stands so
 * @param byPicture how many creators' pictures lack what
 */
public record PortfolioCounts(long creators, long invitations, Map<PortfolioState, Long> byState,
		Map<PictureFilter, Long> byPicture) {

	public PortfolioCounts {
		byState = Map.copyOf(byState);
		byPicture = Map.copyOf(byPicture);
	}

	public long of(PortfolioState state) {
		return this.byState.getOrDefault(state, 0L);
	}

	public long of(PictureFilter picture) {
		return this.byPicture.getOrDefault(picture, 0L);
	}

}
