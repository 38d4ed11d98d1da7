package io.channelkeeper.portfolio.web;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.channel.Ineligibility;
import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.creator.Creator;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.ChannelCard;
import io.channelkeeper.portfolio.ChannelGlimpse;
import io.channelkeeper.portfolio.Colleagues;
import io.channelkeeper.portfolio.PictureGap;
import io.channelkeeper.portfolio.web.ChannelView.Notice;
import io.channelkeeper.portfolio.web.Move.Way;

/**
 * Makes of a channel's facts the card that one reader sees.
 */
@Component
class ChannelCards {

	private final StateTexts states;

	private final NetworkTexts networks;

	private final ChannelFacts facts;

	private final DeliveryStrips strips;

	private final ChannelMoves moves;

	ChannelCards(StateTexts states, NetworkTexts networks, ChannelFacts facts, DeliveryStrips strips,
			ChannelMoves moves) {
		this.moves = moves;
		this.states = states;
		this.networks = networks;
		this.facts = facts;
		this.strips = strips;
	}

	ChannelView view(ChannelCard card, Creator creator, Viewer viewer, Reader reader) {
		ChannelGlimpse glimpse = card.glimpse();
		Moves moves = moves(card, creator, viewer, reader);
		return new ChannelView(glimpse.id(), glimpse.network().value(), this.networks.name(glimpse.network()),
				this.networks.shown(glimpse), this.networks.address(glimpse), this.networks.beside(glimpse),
				this.states.chip(glimpse, reader), this.networks.firstStep(glimpse, reader),
				moves.restores() ? List.of() : this.networks.waysOut(glimpse, reader),
				this.strips.strip(card.delivery(), reader), this.facts.facts(card, creator.name(), reader),
				this.facts.figures(card, reader), permissions(card.standing().granted(), reader),
				permissions(card.standing().missing(), reader), notice(card, creator, reader), moves,
				isMarkable(glimpse.state()), card.offered(), isFetchable(card), card.channel().kind(),
				asked(card.colleagues(), glimpse, creator.name(), reader), mayAsk(card, moves, reader));
	}

	private static List<String> permissions(List<String> keys, Reader reader) {
		return keys.stream().map((key) -> reader.textOr(key + ".name", key)).toList();
	}

	private static @Nullable Notice notice(ChannelCard card, Creator creator, Reader reader) {
		Ineligibility why = card.channel().ineligibility();
		if (why == null || card.glimpse().state() != ConnectionState.NOT_ELIGIBLE) {
			return null;
		}
		String by = (card.markedBy() != null) ? card.markedBy() : "–";
		return new Notice(reader.text("portfolio.notice.why", creator.name()),
				reader.text("portfolio.notice." + why.source(), reader.day(why.at()), by));
	}

	/** Who was asked about it, when, and whether that was opened; or null for nobody. */
	@Nullable String asked(Colleagues colleagues, ChannelGlimpse channel, String creatorName, Reader reader) {
		Colleagues.Asked asked = colleagues.asked();
		if (asked == null) {
			return this.states.asked(channel, creatorName, reader);
		}
		Instant opened = asked.openedAt();
		return reader.text("portfolio.line.colleague-asked." + ((opened != null) ? "opened" : "not-opened"), asked.by(),
				asked.whom().getFirst(), asked.whom().size() - 1, reader.day(asked.at()),
				(opened != null) ? reader.relative(opened) : "");
	}

	/** Whoever may not connect reads whose work it was (H-4). */
	private static @Nullable String mayAsk(ChannelCard card, Moves moves, Reader reader) {
		Instant at = card.standing().connectedAt();
		if (card.connectedBy() == null || at == null
				|| moves.main().filter((main) -> main.way() == Way.ASK_COLLEAGUE).isEmpty()) {
			return null;
		}
		String day = reader.day(at);
		return reader.text("portfolio.line.may-ask", card.connectedBy(), day.endsWith(".") ? day : day + ".");
	}

	private Moves moves(ChannelCard card, Creator creator, Viewer viewer, Reader reader) {
		return this.moves.of(new ChannelMoves.Subject(card.glimpse(), creator.name(), creator.email() != null,
				creator.lookedAfterBy(), card.standing().connectedByCreator(), card.offered(), null,
				card.colleagues().askable()), viewer, reader);
	}

	/** Whether its picture can be asked for, also before its turn (P-12). */
	private static boolean isFetchable(ChannelCard card) {
		PictureGap gap = card.gap();
		return gap == null || gap.reason().isFetchable();
	}

	/** Whether a member can say that it is private or personal. */
	private static boolean isMarkable(ConnectionState state) {
		return !state.hasLogin() && state != ConnectionState.NOT_ELIGIBLE;
	}

}
