package io.channelkeeper.portfolio.web;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.channel.Ineligibility;
import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.creator.Creator;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.ChannelCard;
import io.channelkeeper.portfolio.ChannelGlimpse;
import io.channelkeeper.portfolio.InvitedGlimpse;
import io.channelkeeper.portfolio.web.ChannelView.Moves;
import io.channelkeeper.portfolio.web.ChannelView.Notice;

/**
 * Makes of a channel's facts the card that one reader sees.
 */
@Component
class ChannelCards {

	private final StateTexts states;

	private final NetworkTexts networks;

	private final ChannelFacts facts;

	private final DeliveryStrips strips;

	ChannelCards(StateTexts states, NetworkTexts networks, ChannelFacts facts, DeliveryStrips strips) {
		this.states = states;
		this.networks = networks;
		this.facts = facts;
		this.strips = strips;
	}

	ChannelView view(ChannelCard card, Creator creator, Viewer viewer, Reader reader) {
		ChannelGlimpse glimpse = card.glimpse();
		return new ChannelView(glimpse.id(), glimpse.network().value(), this.networks.name(glimpse.network()),
				this.networks.shown(glimpse), this.networks.address(glimpse), this.networks.beside(glimpse),
				this.states.chip(glimpse, reader), this.networks.firstStep(glimpse, reader),
				this.strips.strip(card.delivery(), reader), this.facts.facts(card, creator.name(), reader),
				this.facts.figures(card, reader), permissions(card.standing().granted(), reader),
				permissions(card.standing().missing(), reader), notice(card, creator, reader),
				moves(card, creator, viewer, reader));
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

	/** The main move follows from whose login it is (interface: rule 3). */
	private Moves moves(ChannelCard card, Creator creator, Viewer viewer, Reader reader) {
		ConnectionState state = card.glimpse().state();
		boolean byCreator = card.standing().connectedByCreator();
		boolean mayConnect = viewer.mayConnect(creator.lookedAfterBy());
		boolean asks = state.hasLogin() && state != ConnectionState.CONNECTED && state != ConnectionState.UNREADABLE
				&& byCreator;
		boolean invites = card.offered()
				&& (state == ConnectionState.NOT_CONNECTED || state == ConnectionState.DISCONNECTED || asks);
		boolean connects = mayConnect && card.offered() && state != ConnectionState.CONNECTED
				&& state != ConnectionState.UNREADABLE;
		InvitedGlimpse invitation = card.glimpse().invitation();
		boolean readdress = state == ConnectionState.INVITED && invitation != null && invitation.isUndelivered();
		return new Moves(invites, reader.text(asks ? "portfolio.move.ask" : "portfolio.move.invite", creator.name()),
				readdress ? null : remind(card), readdress, connects, connects && state != ConnectionState.NOT_ELIGIBLE,
				reader.text(state.hasLogin() ? "portfolio.move.reconnect" : "portfolio.move.connect"),
				mayConnect && state.hasLogin(), !state.hasLogin() && state != ConnectionState.NOT_ELIGIBLE,
				card.offered(), state == ConnectionState.UNREADABLE && viewer.may(Action.ADMINISTER));
	}

	private static @Nullable UUID remind(ChannelCard card) {
		InvitedGlimpse invitation = card.glimpse().invitation();
		return (invitation != null && invitation.isWaiting() && card.glimpse().state() == ConnectionState.INVITED)
				? invitation.invitationId() : null;
	}

}
