package io.channelkeeper.portfolio.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.network.Networks;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.ChannelGlimpse;
import io.channelkeeper.portfolio.ConnectionPage;
import io.channelkeeper.portfolio.ConnectionRow;

/**
 * Makes of a page of connections what is shown to one reader.
 */
@Component
class ConnectionsViews {

	private final StateTexts states;

	private final NetworkTexts texts;

	private final Networks networks;

	private final ChannelMoves moves;

	private final ChannelCards cards;

	private final PictureTexts pictures;

	ConnectionsViews(StateTexts states, NetworkTexts texts, Networks networks, ChannelMoves moves, ChannelCards cards,
			PictureTexts pictures) {
		this.pictures = pictures;
		this.cards = cards;
		this.states = states;
		this.texts = texts;
		this.networks = networks;
		this.moves = moves;
	}

	ConnectionsView view(ConnectionPage page, ConnectionsAddress address, Viewer viewer, Locale language) {
		Reader reader = this.states.reader(viewer, language);
		List<ConnectionsView.Group> groups = groups(page.rows(), address, viewer, reader);
		List<PortfolioView.Choice> choices = this.networks.all()
			.stream()
			.map((network) -> new PortfolioView.Choice(network.id().value(), network.name()))
			.toList();
		String next = (page.next() != null) ? address.after(page.next()).path() : null;
		return new ConnectionsView(groups, choices, next, (address.after() != null) ? address.after(null).path() : null,
				PageVersion.of(groups, String.valueOf(next)));
	}

	private List<ConnectionsView.Group> groups(List<ConnectionRow> rows, ConnectionsAddress address, Viewer viewer,
			Reader reader) {
		List<ConnectionsView.Group> groups = new ArrayList<>();
		List<ConnectionsView.Row> together = List.of();
		ConnectionRow before = null;
		for (ConnectionRow row : rows) {
			boolean grouped = address.filter().grouped();
			if (before == null || (grouped && !Objects.equals(before.loginId(), row.loginId()))) {
				together = new ArrayList<>();
				groups.add(new ConnectionsView.Group(grouped ? heading(row, reader) : null, together));
			}
			together.add(row(row, address, viewer, reader));
			before = row;
		}
		return groups;
	}

	private String heading(ConnectionRow row, Reader reader) {
		if (row.loginId() == null) {
			return reader.text("portfolio.connections.no-login");
		}
		String person = (row.loginName() != null) ? row.loginName() : row.connectedByName();
		return reader.text("portfolio.connections.login", person, this.texts.provider(row.channel()));
	}

	private ConnectionsView.Row row(ConnectionRow row, ConnectionsAddress address, Viewer viewer, Reader reader) {
		ChannelGlimpse channel = row.channel();
		boolean bad = channel.state().isInterrupted();
		Instant deadline = channel.deadline();
		boolean offered = !this.networks.ways(channel.network()).isEmpty();
		Moves moves = this.moves.of(new ChannelMoves.Subject(channel, row.creatorName(), row.creatorHasMail(),
				row.lookedAfterBy(), row.byCreator(), offered, address.path(), row.colleagues().askable()), viewer,
				reader);
		return new ConnectionsView.Row(channel.id(), channel.creatorId(), row.creatorName(), row.picture(),
				this.pictures.reason(row.gap(), reader), channel.network().value(), this.texts.name(channel.network()),
				this.texts.shown(channel), bad, this.states.chip(channel, reader),
				bad ? this.texts.firstStep(channel, reader) : null,
				this.cards.asked(row.colleagues(), channel, row.creatorName(), reader),
				renewBy(channel, deadline, reader), (deadline != null) ? reader.full(deadline) : null,
				(deadline != null)
						? reader.text("portfolio.source." + channel.renewBySource(), this.texts.provider(channel))
						: null,
				row.connectedByName(), reader.text("portfolio.connections.since", reader.day(row.connectedAt())),
				row.kind(), moves);
	}

	private static String renewBy(ChannelGlimpse channel, @Nullable Instant deadline, Reader reader) {
		if (deadline != null) {
			return reader.day(deadline);
		}
		return channel.state().hasDeadline() ? reader.text("portfolio.line.renews-itself") : "–";
	}

}
