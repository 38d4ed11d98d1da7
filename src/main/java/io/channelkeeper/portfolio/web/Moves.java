package io.channelkeeper.portfolio.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.channelkeeper.portfolio.web.Move.Way;

/**
 * What the viewer can do with a channel now.
 *
 * @param buttons what helps, the best first
 * @param menu the other ways
 */
record Moves(List<Move> buttons, List<Move> menu) {

	Moves {
		buttons = List.copyOf(buttons);
		menu = List.copyOf(menu);
	}

	/** The one that helps most. */
	public Optional<Move> main() {
		return this.buttons.stream().findFirst();
	}

	/** All but that one. */
	public List<Move> others() {
		return Stream.concat(this.buttons.stream().skip(1), this.menu.stream()).toList();
	}

	/** Whether what to do is one press away already. */
	boolean restores() {
		return this.buttons.stream().anyMatch((move) -> move.way() == Way.RESTORE);
	}

	/** Whether the creator is the one to turn to. */
	boolean invites() {
		return this.buttons.stream().anyMatch((move) -> move.way() == Way.INVITE || move.way() == Way.ASK_CREATOR);
	}

}
