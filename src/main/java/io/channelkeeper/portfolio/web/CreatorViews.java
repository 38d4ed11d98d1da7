package io.channelkeeper.portfolio.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.channel.ChannelDrift;
import io.channelkeeper.connection.OfferedChannel;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.picture.PictureAdvice;
import io.channelkeeper.portfolio.ChannelCard;
import io.channelkeeper.portfolio.ChannelGlimpse;
import io.channelkeeper.portfolio.CreatorPage;
import io.channelkeeper.portfolio.PastEvents;
import io.channelkeeper.portfolio.PastInvitation;
import io.channelkeeper.portfolio.PictureGap;
import io.channelkeeper.portfolio.web.Move.Way;

/**
 * Makes of what is known of a creator the page that one reader sees.
 */
@Component
class CreatorViews {

	private final StateTexts states;

	private final NetworkTexts networks;

	private final ChannelCards channels;

	private final PictureTexts pictures;

	CreatorViews(StateTexts states, NetworkTexts networks, ChannelCards channels, PictureTexts pictures) {
		this.pictures = pictures;
		this.states = states;
		this.networks = networks;
		this.channels = channels;
	}

	CreatorView view(CreatorPage page, Viewer viewer, Locale language) {
		Reader reader = this.states.reader(viewer, language);
		List<ChannelView> cards = cards(page, viewer, reader);
		List<CreatorView.Offer> offers = page.offers().stream().map((offer) -> offer(offer, page, reader)).toList();
		boolean preparable = page.channels()
			.stream()
			.anyMatch((card) -> card.offered() && !card.standing().state().hasLogin());
		String email = (page.creator().email() != null) ? page.creator().email().value() : null;
		return new CreatorView(page.creator().id(), page.creator().name(), page.picture(),
				missing(page, cards, true, reader), List.copyOf(page.creator().tags()), email, page.lookedAfterBy(),
				page.creator().archived(), isInvitable(cards), preparable,
				cards.stream().anyMatch((card) -> card.strip() != null), cards, offers, page.hasHistory());
	}

	/** Why pictures are missing, for a page that shows nothing else of the creator. */
	PictureAdvice.Advice advice(CreatorPage page, Viewer viewer, Locale language) {
		Reader reader = this.states.reader(viewer, language);
		Map<UUID, String> channels = new HashMap<>();
		for (ChannelCard card : page.channels()) {
			String reason = this.pictures.reason(card.gap(), reader);
			if (reason != null) {
				channels.put(card.glimpse().id(), reason);
			}
		}
		return new PictureAdvice.Advice(missing(page, cards(page, viewer, reader), false, reader), channels);
	}

	/**
	 * Why there is no picture of this cycle, or null when there is one.
	 * @param beside whether what else can be done with the creator stands on the page
	 */
	private PictureAdvice.@Nullable Missing missing(CreatorPage page, List<ChannelView> cards, boolean beside,
			Reader reader) {
		PictureGap gap = page.gap();
		String reason = this.pictures.reason(gap, reader);
		return (gap != null && reason != null) ? new PictureAdvice.Missing(reason, gap.reason().isPolicy(),
				gap.reason().isFetchable(), remedy(gap, page, cards, beside, reader)) : null;
	}

	/** What brings a picture, unless a main button of the page does already. */
	private static PictureAdvice.@Nullable Remedy remedy(PictureGap gap, CreatorPage page, List<ChannelView> cards,
			boolean beside, Reader reader) {
		ChannelGlimpse channel = gap.channel();
		String creator = "/creators/" + page.creator().id();
		if (page.creator().archived()) {
			return null;
		}
		if (channel == null) {
			return beside ? null : opened("portfolio.creator.channel", creator + "/channels/new", reader);
		}
		ChannelView card = cards.stream().filter((one) -> one.id().equals(channel.id())).findFirst().orElseThrow();
		boolean invited = beside && isInvitable(cards);
		return switch (gap.reason()) {
			case INTERRUPTED -> remedy(card, Way.ASK_CREATOR, Way.RECONNECT, Way.RESTORE);
			case NOT_CONNECTED, NO_LOOK_UP -> invited ? null : remedy(card, Way.INVITE, Way.CONNECT);
			case INVITED -> remedy(card, Way.REMIND, Way.READDRESS);
			case PRIVATE, PERSONAL -> card.offered() ? opened("portfolio.move.instructions",
					creator + "/channels/" + channel.id() + "/instructions", reader) : null;
			case NOT_SHOWN -> opened("portfolio.move.handle", "/channels/" + channel.id() + "/handle", reader);
			default -> null;
		};
	}

	private static PictureAdvice.@Nullable Remedy remedy(ChannelView card, Way... ways) {
		return card.moves()
			.main()
			.filter((move) -> List.of(ways).contains(move.way()))
			.map((move) -> new PictureAdvice.Remedy(move.label(), move.address(), move.isSent()))
			.orElse(null);
	}

	private static PictureAdvice.Remedy opened(String key, String address, Reader reader) {
		return new PictureAdvice.Remedy(reader.text(key), address, false);
	}

	private List<ChannelView> cards(CreatorPage page, Viewer viewer, Reader reader) {
		return page.channels()
			.stream()
			.map((card) -> this.channels.view(card, page.creator(), viewer, reader))
			.toList();
	}

	private static boolean isInvitable(List<ChannelView> cards) {
		return cards.stream().anyMatch((card) -> card.moves().invites());
	}

	/** Everything that happened, the newest first. */
	List<HistoryLine> history(PastEvents past, Viewer viewer, Locale language) {
		Reader reader = this.states.reader(viewer, language);
		return Stream.concat(
				past.invitations().stream().map((invitation) -> new Event(invitation.at(), line(invitation, reader))),
				past.drifts().stream().map((drift) -> new Event(drift.at(), line(drift, reader))))
			.sorted(Comparator.comparing(Event::at).reversed())
			.map(Event::line)
			.toList();
	}

	private HistoryLine line(PastInvitation invitation, Reader reader) {
		return new HistoryLine(reader.relative(invitation.at()), reader.full(invitation.at()),
				(invitation.by() != null) ? reader.text("portfolio.history.invited", invitation.by())
						: reader.text("portfolio.history.by-itself"),
				invitation.channels().stream().map((channel) -> progress(channel, reader)).toList());
	}

	private HistoryLine line(ChannelDrift drift, Reader reader) {
		boolean counts = drift.kind() == ChannelDrift.Kind.FOLLOWERS;
		Object[] arguments = Stream.of(drift.before(), drift.after())
			.filter(Objects::nonNull)
			.<Object>map((value) -> counts ? Long.valueOf(value) : value)
			.toArray();
		return new HistoryLine(reader.relative(drift.at()), reader.full(drift.at()),
				reader.text("portfolio.history.drift"),
				List.of(new HistoryLine.Progress(drift.network().value(), this.networks.name(drift.network()),
						this.networks.shown(drift.network(), drift.handle(), drift.displayName()),
						reader.text("portfolio.history.drift." + drift.kind(), arguments))));
	}

	private HistoryLine.Progress progress(PastInvitation.Progress channel, Reader reader) {
		NetworkId network = new NetworkId(channel.network());
		return new HistoryLine.Progress(channel.network(), this.networks.name(network),
				this.networks.shown(network, channel.handle(), channel.displayName()),
				reader.text("portfolio.history." + channel.state()));
	}

	private CreatorView.Offer offer(OfferedChannel offer, CreatorPage page, Reader reader) {
		String expected = page.channels()
			.stream()
			.filter((card) -> card.channel().id().equals(offer.expectedChannelId()))
			.map(ChannelCard::glimpse)
			.map(this.networks::shown)
			.findFirst()
			.orElse("–");
		String name = (offer.displayName() != null) ? offer.displayName() : offer.handle();
		return new CreatorView.Offer(offer.id(), name, page.faces().get(offer.id()),
				reader.text("portfolio.offer", page.creator().name(), offer.handle(),
						this.networks.name(offer.network()), expected),
				reader.text("portfolio.offer.until", reader.day(offer.expiresAt())));
	}

	/** Something that happened, with its moment. */
	private record Event(Instant at, HistoryLine line) {
	}

}
