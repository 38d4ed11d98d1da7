package io.channelkeeper.portfolio.web;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.network.Networks;
import io.channelkeeper.portfolio.ChannelGlimpse;
import io.channelkeeper.portfolio.NextRenewal;
import io.channelkeeper.portfolio.PictureFilter;
import io.channelkeeper.portfolio.PortfolioCounts;
import io.channelkeeper.portfolio.PortfolioPage;
import io.channelkeeper.portfolio.PortfolioRow;
import io.channelkeeper.portfolio.PortfolioState;

/**
 * Makes of a page of the portfolio what is shown to one reader.
 */
@Component
class PortfolioViews {

	private static final List<PortfolioState> TO_DO = List.of(PortfolioState.INTERRUPTED, PortfolioState.EXPIRING,
			PortfolioState.STUCK, PortfolioState.UNANSWERED, PortfolioState.NOT_INVITED);

	private final StateTexts states;

	private final NetworkTexts networkTexts;

	private final Networks networks;

	private final PictureTexts pictures;

	PortfolioViews(StateTexts states, NetworkTexts networkTexts, Networks networks, PictureTexts pictures) {
		this.pictures = pictures;
		this.states = states;
		this.networkTexts = networkTexts;
		this.networks = networks;
	}

	PortfolioView view(PortfolioPage page, PortfolioAddress address, Reader reader) {
		List<PortfolioView.Row> rows = page.rows().stream().map((row) -> row(row, reader)).toList();
		List<PortfolioView.Counter> counters = counters(page.counts(), address);
		String allWell = counters.isEmpty() ? allWell(page.nextRenewal(), reader) : null;
		List<PortfolioView.Choice> choices = this.networks.all()
			.stream()
			.map((network) -> new PortfolioView.Choice(network.id().value(), network.name()))
			.toList();
		return new PortfolioView(counters, allWell, rows, page.tags(), choices,
				(page.next() != null) ? address.after(page.next()).path() : null,
				(address.cursor() != null) ? address.after(null).path() : null, PageVersion.of(rows, counters));
	}

	private static List<PortfolioView.Counter> counters(PortfolioCounts counts, PortfolioAddress address) {
		List<PortfolioView.Counter> counters = new ArrayList<>();
		for (PortfolioState state : TO_DO) {
			boolean active = state.word().equals(address.state());
			if (counts.of(state) > 0 || active) {
				PortfolioAddress target = active ? address.withoutState() : address.withState(state);
				counters.add(new PortfolioView.Counter(state.word(), counts.of(state), target.path(), active));
			}
		}
		for (PictureFilter picture : PictureFilter.values()) {
			boolean active = picture.word().equals(address.picture());
			if (counts.of(picture) > 0 || active) {
				counters.add(new PortfolioView.Counter("picture-" + picture.word(), counts.of(picture),
						address.withPicture(active ? null : picture).path(), active));
			}
		}
		return counters;
	}

	private String allWell(@Nullable NextRenewal next, Reader reader) {
		return (next != null) ? reader.text("portfolio.all-well.next", next.creatorName(),
				this.networkTexts.name(next.network()), reader.day(next.at())) : reader.text("portfolio.all-well");
	}

	private PortfolioView.Row row(PortfolioRow row, Reader reader) {
		StateChip chip = row.worst().map((worst) -> this.states.chip(worst, reader)).orElse(this.states.none(reader));
		String line = (row.channels().size() > 1)
				? this.networkTexts.name(row.channels().getFirst().network()) + ": " + chip.line() : chip.line();
		return new PortfolioView.Row(row.id(), row.name(), row.picture(), this.pictures.reason(row.gap(), reader),
				row.tags(), glyphs(row.channels(), reader), chip, line, remedy(row),
				row.renewFirst().map(ChannelGlimpse::deadline).map(reader::day).orElse(null),
				row.renewFirst().map(ChannelGlimpse::deadline).map(reader::full).orElse(null),
				row.followers().orElse(null), row.lookedAfterBy());
	}

	/** What helps stands in the list of what is interrupted, by whose login it is. */
	private static @Nullable String remedy(PortfolioRow row) {
		return row.worst()
			.filter((worst) -> worst.state().isInterrupted())
			.map((worst) -> ReconnectMoves.PAGE + "#channel-" + worst.id())
			.orElse(null);
	}

	private List<PortfolioView.Glyph> glyphs(List<ChannelGlimpse> channels, Reader reader) {
		return channels.stream()
			.sorted(java.util.Comparator.comparing((channel) -> channel.network().value()))
			.map((channel) -> glyph(channel, reader))
			.toList();
	}

	private PortfolioView.Glyph glyph(ChannelGlimpse channel, Reader reader) {
		StateChip chip = this.states.chip(channel, reader);
		String label = this.networkTexts.name(channel.network()) + " " + this.networkTexts.shown(channel) + ": "
				+ chip.text();
		return new PortfolioView.Glyph(channel.network().value(), label, channel.isHealthy() ? null : chip.tone());
	}

}
