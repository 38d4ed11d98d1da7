package io.channelkeeper.portfolio.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.ChannelGlimpse;
import io.channelkeeper.portfolio.InvitedGlimpse;
import io.channelkeeper.portfolio.web.Move.Way;

/**
 * Decides what a viewer can do with a channel. Whose login it is decides what comes
 * first: what a creator connected is renewed by that creator, what a member connected by
 * a member; the other way stands in the menu (H-25, interface: rule 3).
 */
@Component
class ChannelMoves {

	Moves of(Subject subject, Viewer viewer, Reader reader) {
		Ways ways = new Ways(subject, viewer, reader);
		ConnectionState state = subject.channel().state();
		switch (state) {
			case NOT_CONNECTED -> ways.button(ways.invite()).button(ways.connect());
			case INVITED -> ways.button(ways.remind()).button(ways.connect());
			case DISCONNECTED -> ways.firstOf(ways.invite(), ways.connect());
			case NOT_ELIGIBLE -> ways.button(ways.connectOff());
			case UNREADABLE -> ways.button(ways.restore()).menu(ways.reconnect());
			case CONNECTED -> ways.menu(ways.reconnect().or(ways::askColleague));
			case EXPIRING, EXPIRED, INVALID -> {
				ways.passOn();
				ways.onlyFirstOf(ways.askCreator(), ways.reconnect().or(ways::askColleague));
				ways.menu(ways.reconnect().flatMap((own) -> ways.askColleague()));
			}
		}
		if (state.hasLogin()) {
			ways.menu(ways.connectAsOther()).menu(ways.disconnect());
		}
		return new Moves(ways.buttons, ways.menu);
	}

	/**
	 * What a channel has to tell for this.
	 *
	 * @param channel how it stands
	 * @param creatorName whose it is
	 * @param creatorHasMail whether that creator can be written to
	 * @param lookedAfterBy the member who looks after that creator, or null
	 * @param byCreator whether the creator connected it
	 * @param offered whether a sign-in that reaches its network is set up
	 * @param from where to go back to, or null for the creator's page
	 * @param askable names of colleagues who can be asked to connect it again
	 */
	record Subject(ChannelGlimpse channel, String creatorName, boolean creatorHasMail, @Nullable UUID lookedAfterBy,
			boolean byCreator, boolean offered, @Nullable String from, List<String> askable) {

	}

	/** The single ways, each empty where it is not open to the viewer. */
	private static final class Ways {

		private final List<Move> buttons = new ArrayList<>();

		private final List<Move> menu = new ArrayList<>();

		private final Subject subject;

		private final ChannelGlimpse channel;

		private final Viewer viewer;

		private final Reader reader;

		private final boolean mayConnect;

		Ways(Subject subject, Viewer viewer, Reader reader) {
			this.subject = subject;
			this.channel = subject.channel();
			this.viewer = viewer;
			this.reader = reader;
			this.mayConnect = viewer.mayConnect(subject.lookedAfterBy());
		}

		Ways button(Optional<Move> move) {
			move.ifPresent(this.buttons::add);
			return this;
		}

		Ways menu(Optional<Move> move) {
			move.ifPresent(this.menu::add);
			return this;
		}

		/** Both as buttons, in the order that whose login it was demands. */
		void firstOf(Optional<Move> creators, Optional<Move> members) {
			inOrder(creators, members, (first, second) -> button(first).button(second));
		}

		/** The first as button, the other one in the menu. */
		void onlyFirstOf(Optional<Move> creators, Optional<Move> members) {
			inOrder(creators, members, (first, second) -> button(first).menu(second));
		}

		private void inOrder(Optional<Move> creators, Optional<Move> members,
				BiConsumer<Optional<Move>, Optional<Move>> place) {
			if (this.subject.byCreator()) {
				place.accept(creators, members);
			}
			else {
				place.accept(members, creators);
			}
		}

		Optional<Move> invite() {
			return turnToCreator(Way.INVITE, this.reader.text("portfolio.move.invite"));
		}

		/**
		 * At once for what is the creator's; else first where it is said what is wanted.
		 */
		Optional<Move> askCreator() {
			return this.subject.byCreator() ? renewals().stream().findFirst() : turnToCreator(Way.LET_CREATOR,
					this.reader.text("portfolio.move.ask", this.subject.creatorName()));
		}

		/** The other ways to ask for the same, in the menu. */
		void passOn() {
			if (this.subject.byCreator()) {
				renewals().stream().skip(1).forEach(this.menu::add);
			}
		}

		private List<Move> renewals() {
			if (!this.subject.offered()) {
				return List.of();
			}
			String path = "/creators/" + this.channel.creatorId() + "/renew";
			return RenewalWay.of(this.subject.creatorName(), this.subject.creatorHasMail(), this.reader)
				.stream()
				.map((renewal) -> new Move(renewal.way(), renewal.label(), address(path, "via", renewal.via())))
				.toList();
		}

		private Optional<Move> turnToCreator(Way way, String label) {
			String address = "/creators/" + this.channel.creatorId() + "/invite?channel=" + this.channel.id();
			return when(this.subject.offered(), way, label, address);
		}

		Optional<Move> askColleague() {
			List<String> askable = this.subject.askable();
			return (askable.isEmpty() || !this.subject.offered()) ? Optional.empty()
					: when(true, Way.ASK_COLLEAGUE,
							this.reader.text("portfolio.move.ask-colleague", askable.getFirst(), askable.size() - 1),
							address(channelPath("/ask"), "as", null));
		}

		Optional<Move> remind() {
			InvitedGlimpse invitation = this.channel.invitation();
			if (invitation == null) {
				return Optional.empty();
			}
			return invitation.isUndelivered()
					? when(true, Way.READDRESS, this.reader.text("invitation.list.readdress"),
							"/creators/" + this.channel.creatorId() + "/invite")
					: when(invitation.isWaiting(), Way.REMIND, this.reader.text("portfolio.remind"),
							"/invitations/" + invitation.invitationId() + "/remind");
		}

		Optional<Move> connect() {
			return member(Way.CONNECT, "portfolio.move.connect", "/connect", null);
		}

		Optional<Move> connectOff() {
			return member(Way.CONNECT_OFF, "portfolio.move.connect", "/connect", null);
		}

		Optional<Move> reconnect() {
			return member(Way.RECONNECT, "portfolio.move.reconnect", "/connect", null);
		}

		Optional<Move> connectAsOther() {
			return member(Way.CONNECT_AS_OTHER, "portfolio.move.other", "/connect", "other");
		}

		private Optional<Move> member(Way way, String key, String path, @Nullable String as) {
			return when(this.mayConnect && this.subject.offered(), way, this.reader.text(key),
					address(channelPath(path), "as", as));
		}

		Optional<Move> restore() {
			return when(this.viewer.may(Action.ADMINISTER), Way.RESTORE, this.reader.text("portfolio.move.restore"),
					"/admin/networks#keys");
		}

		Optional<Move> disconnect() {
			return when(this.mayConnect, Way.DISCONNECT, this.reader.text("portfolio.move.disconnect"),
					address(channelPath("/disconnect"), "as", null));
		}

		private static Optional<Move> when(boolean open, Way way, String label, String address) {
			return open ? Optional.of(new Move(way, label, address)) : Optional.empty();
		}

		private String channelPath(String path) {
			return "/channels/" + this.channel.id() + path;
		}

		private String address(String path, String name, @Nullable String value) {
			UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path)
				.queryParamIfPresent(name, Optional.ofNullable(value));
			String from = this.subject.from();
			return (from != null) ? uri.queryParam("from", "{from}").encode().buildAndExpand(from).toUriString()
					: uri.toUriString();
		}

	}

}
