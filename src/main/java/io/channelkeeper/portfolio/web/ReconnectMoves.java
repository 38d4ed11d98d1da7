package io.channelkeeper.portfolio.web;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.ReconnectPart;
import io.channelkeeper.portfolio.ReconnectPlace;
import io.channelkeeper.portfolio.ReconnectRow;

/**
 * What one reader can do about interrupted channels: about each what its card offers,
 * about several what mends them in one go.
 */
@Component
class ReconnectMoves {

	static final String PAGE = "/connections/reconnect";

	private final ChannelMoves channels;

	ReconnectMoves(ChannelMoves channels) {
		this.channels = channels;
	}

	Moves of(ReconnectRow row, Viewer viewer, Reader reader) {
		ReconnectPlace place = row.place();
		return this.channels.of(
				new ChannelMoves.Subject(row.channel(), place.creatorName(), place.creatorHasMail(),
						place.lookedAfterBy(), place.connectedByCreator(), row.offered(), PAGE, row.askable()),
				viewer, reader);
	}

	/** The one that helps most, unless it is done for several at once or was done. */
	Optional<Move> main(ReconnectRow row, Moves moves) {
		return moves.main().filter((move) -> switch (move.way()) {
			case RECONNECT -> row.place().part() != ReconnectPart.NOW || row.place().unitSize() == 1;
			case ASK_CREATOR ->
				row.place().part() == ReconnectPart.WAITING && (row.asked() == null || !row.asked().ofCreator());
			default -> true;
		});
	}

	/** All but that one; what is done for all of a creator at once stands there. */
	List<Move> others(ReconnectRow row, Moves moves) {
		boolean single = row.place().part() != ReconnectPart.CREATORS;
		return moves.others()
			.stream()
			.filter((move) -> single || (move.way() != Move.Way.COPY_MESSAGE && move.way() != Move.Way.SHOW_QR))
			.toList();
	}

	/** One sign-in brings back all that hangs on it (H-7, H-8), or null. */
	@Nullable Move all(List<ReconnectRow> rows, Viewer viewer, Reader reader) {
		return rows.stream()
			.filter((row) -> row.channel().state() != ConnectionState.UNREADABLE)
			.flatMap((row) -> of(row, viewer, reader).main().stream())
			.filter((move) -> move.way() == Move.Way.RECONNECT)
			.findFirst()
			.map((move) -> new Move(move.way(), reader.text("reconnect.all", rows.getFirst().place().unitSize()),
					move.address()))
			.orElse(null);
	}

	/** The ways to ask a creator for everything that is due, the best first. */
	List<RenewalWay> renewals(List<ReconnectRow> rows, Reader reader) {
		ReconnectPlace place = rows.getFirst().place();
		if (rows.stream().noneMatch(ReconnectRow::offered)) {
			return List.of();
		}
		return RenewalWay.of(place.creatorName(), place.creatorHasMail(), reader);
	}

}
