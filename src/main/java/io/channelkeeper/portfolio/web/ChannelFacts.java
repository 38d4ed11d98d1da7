package io.channelkeeper.portfolio.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.Figure;
import io.channelkeeper.network.DeadlineSource;
import io.channelkeeper.network.Network;
import io.channelkeeper.network.Networks;
import io.channelkeeper.network.ProfileFact;
import io.channelkeeper.picture.PictureStanding;
import io.channelkeeper.portfolio.ChannelCard;
import io.channelkeeper.portfolio.ChannelGlimpse;
import io.channelkeeper.portfolio.web.ChannelView.Fact;

/**
 * Says what is known of a channel, and of what is not known, why (P-3, P-6).
 */
@Component
class ChannelFacts {

	private static final String FOLLOWERS = "followers";

	private final Networks networks;

	private final NetworkTexts texts;

	private final PictureTexts pictures;

	ChannelFacts(Networks networks, NetworkTexts texts, PictureTexts pictures) {
		this.pictures = pictures;
		this.networks = networks;
		this.texts = texts;
	}

	List<Fact> facts(ChannelCard card, String creator, Reader reader) {
		Channel channel = card.channel();
		Network network = this.networks.get(channel.network());
		List<Fact> facts = new ArrayList<>();
		facts.add(fact(network, card, ProfileFact.PRIVACY, visibility(channel, reader), reader));
		facts.add(fact(network, card, ProfileFact.ACCOUNT_TYPE, this.texts.accountType(channel, reader), reader));
		facts.add(fact(network, card, ProfileFact.FOLLOWERS, number(channel.followers(), reader), reader));
		Fact connected = connectedBy(card, creator, reader);
		if (connected != null) {
			facts.add(connected);
		}
		if (card.standing().state().hasLogin()) {
			facts.add(renewal(card, reader));
		}
		if (card.standing().state().hasLogin() || card.picture() != null) {
			facts.add(picture(card, reader));
		}
		return facts;
	}

	/** Every number but the followers, who stand among the facts. */
	List<Fact> figures(ChannelCard card, Reader reader) {
		return card.figures()
			.stream()
			.filter((figure) -> !figure.name().equals(FOLLOWERS))
			.map((figure) -> figure(figure, card.glimpse(), reader))
			.toList();
	}

	private static Fact figure(Figure figure, ChannelGlimpse channel, Reader reader) {
		String plain = figure.name().replace("_count", "").replace('_', ' ');
		return new Fact(reader.textOr("portfolio.figure." + figure.name(), plain), reader.number(figure.amount()),
				asOf(figure.asOf(), channel, reader), true);
	}

	/** How old it is; while nothing arrives, since when (H-16). */
	private static String asOf(Instant at, ChannelGlimpse channel, Reader reader) {
		Instant since = channel.since();
		return (channel.state().isInterrupted() && since != null && at.isBefore(since))
				? reader.text("portfolio.as-of.stale", reader.day(at), reader.day(since))
				: reader.text("portfolio.as-of", reader.day(at));
	}

	private Fact fact(Network network, ChannelCard card, ProfileFact what, @Nullable String value, Reader reader) {
		Channel channel = card.channel();
		String label = reader.text("portfolio.fact." + what.name().toLowerCase(Locale.ROOT));
		if (value != null) {
			Instant at = channel.profileAt();
			return new Fact(label, value, (at != null) ? asOf(at, card.glimpse(), reader) : null, true);
		}
		String reason = network.reports().contains(what) && channel.profileAt() == null
				? reader.text("portfolio.fact.not-checked")
				: reader.text("portfolio.fact.not-reported", network.name());
		return new Fact(label, reason, null, false);
	}

	private static @Nullable String visibility(Channel channel, Reader reader) {
		if (channel.isPublic() == null) {
			return null;
		}
		return reader.text(channel.isPublic() ? "portfolio.fact.public" : "portfolio.fact.private");
	}

	private static @Nullable String number(@Nullable Long count, Reader reader) {
		return (count != null) ? reader.number(count) : null;
	}

	private static @Nullable Fact connectedBy(ChannelCard card, String creator, Reader reader) {
		Instant at = card.standing().connectedAt();
		if (at == null) {
			return null;
		}
		String who = (card.connectedBy() != null) ? card.connectedBy() : creator;
		return new Fact(reader.text("portfolio.fact.connected-by"), who, reader.day(at), true);
	}

	private Fact picture(ChannelCard card, Reader reader) {
		String label = reader.text("portfolio.fact.picture");
		String gap = this.pictures.reason(card.gap(), reader);
		if (gap != null) {
			return new Fact(label, gap, null, false);
		}
		PictureStanding picture = card.picture();
		Instant at = (picture != null) ? picture.fetchedAt() : null;
		Instant next = (picture != null) ? picture.nextAttemptAt() : null;
		return new Fact(label, (at != null) ? reader.text("portfolio.fact.picture.there", reader.relative(at)) : "–",
				(next != null) ? reader.text("portfolio.fact.picture.next", reader.coming(next)) : null, at != null);
	}

	private Fact renewal(ChannelCard card, Reader reader) {
		String label = reader.text("portfolio.fact.renew-by");
		Instant deadline = card.standing().renewBy();
		DeadlineSource source = card.standing().renewBySource();
		if (!card.standing().state().hasDeadline()) {
			return new Fact(label, "–", reader.text("portfolio.fact.renew-by.invalid"), false);
		}
		if (deadline == null || source == DeadlineSource.NONE) {
			return new Fact(label, reader.text("portfolio.line.renews-itself"), null, true);
		}
		return new Fact(label, reader.day(deadline),
				reader.text("portfolio.source." + source, this.texts.provider(card.glimpse())), true);
	}

}
