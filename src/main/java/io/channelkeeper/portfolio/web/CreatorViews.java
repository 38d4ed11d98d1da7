package io.channelkeeper.portfolio.web;

import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import io.channelkeeper.connection.OfferedChannel;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.ChannelCard;
import io.channelkeeper.portfolio.CreatorPage;
import io.channelkeeper.portfolio.PastInvitation;

/**
 * Makes of what is known of a creator the page that one reader sees.
 */
@Component
class CreatorViews {

	private final StateTexts states;

	private final NetworkTexts networks;

	private final ChannelCards channels;

	CreatorViews(StateTexts states, NetworkTexts networks, ChannelCards channels) {
		this.states = states;
		this.networks = networks;
		this.channels = channels;
	}

	CreatorView view(CreatorPage page, Viewer viewer, Locale language) {
		Reader reader = this.states.reader(viewer, language);
		List<ChannelView> cards = page.channels()
			.stream()
			.map((card) -> this.channels.view(card, page.creator(), viewer, reader))
			.toList();
		List<CreatorView.Offer> offers = page.offers().stream().map((offer) -> offer(offer, page, reader)).toList();
		boolean invitable = cards.stream().anyMatch((card) -> card.moves().invite());
		boolean preparable = page.channels()
			.stream()
			.anyMatch((card) -> card.offered() && !card.standing().state().hasLogin());
		String email = (page.creator().email() != null) ? page.creator().email().value() : null;
		return new CreatorView(page.creator().id(), page.creator().name(), page.picture(),
				List.copyOf(page.creator().tags()), email, page.lookedAfterBy(), page.creator().archived(), invitable,
				preparable, cards, offers, page.hasHistory());
	}

	List<HistoryLine> history(List<PastInvitation> past, Viewer viewer, Locale language) {
		Reader reader = this.states.reader(viewer, language);
		return past.stream()
			.map((invitation) -> new HistoryLine(reader.relative(invitation.at()), reader.full(invitation.at()),
					reader.text("portfolio.history.invited", invitation.by()),
					invitation.channels().stream().map((channel) -> progress(channel, reader)).toList()))
			.toList();
	}

	private HistoryLine.Progress progress(PastInvitation.Progress channel, Reader reader) {
		io.channelkeeper.network.NetworkId network = new io.channelkeeper.network.NetworkId(channel.network());
		return new HistoryLine.Progress(channel.network(), this.networks.name(network),
				this.networks.handle(network, channel.handle()), reader.text("portfolio.history." + channel.state()));
	}

	private CreatorView.Offer offer(OfferedChannel offer, CreatorPage page, Reader reader) {
		String expected = page.channels()
			.stream()
			.filter((card) -> card.channel().id().equals(offer.expectedChannelId()))
			.map(ChannelCard::glimpse)
			.map((glimpse) -> this.networks.handle(glimpse.network(), glimpse.handle()))
			.findFirst()
			.orElse("–");
		return new CreatorView.Offer(offer.id(),
				reader.text("portfolio.offer", page.creator().name(), offer.handle(),
						this.networks.name(offer.network()), expected),
				reader.text("portfolio.offer.until", reader.day(offer.expiresAt())));
	}

}
