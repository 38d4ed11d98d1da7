package io.channelkeeper.portfolio.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.AskedGlimpse;
import io.channelkeeper.portfolio.ReconnectPage;
import io.channelkeeper.portfolio.ReconnectPart;
import io.channelkeeper.portfolio.ReconnectPlace;
import io.channelkeeper.portfolio.ReconnectRow;
import io.channelkeeper.portfolio.web.ReconnectView.Head;
import io.channelkeeper.portfolio.web.ReconnectView.Part;
import io.channelkeeper.portfolio.web.ReconnectView.Row;
import io.channelkeeper.portfolio.web.ReconnectView.Unit;

/**
 * Makes of what is interrupted the page that one reader sees.
 */
@Component
class ReconnectViews {

	private final StateTexts states;

	private final NetworkTexts networks;

	private final ReconnectMoves moves;

	private final PictureTexts pictures;

	ReconnectViews(StateTexts states, NetworkTexts networks, ReconnectMoves moves, PictureTexts pictures) {
		this.pictures = pictures;
		this.states = states;
		this.networks = networks;
		this.moves = moves;
	}

	ReconnectView view(ReconnectPage page, @Nullable UUID after, Viewer viewer, Locale language) {
		Reader reader = this.states.reader(viewer, language);
		List<Part> parts = page.rows()
			.stream()
			.collect(Collectors.groupingBy((row) -> row.place().part(), LinkedHashMap::new, Collectors.toList()))
			.entrySet()
			.stream()
			.map((part) -> part(part.getKey(), part.getValue(), viewer, reader))
			.toList();
		return new ReconnectView(parts, parts.isEmpty() ? well(page, reader) : null,
				(page.next() != null) ? ReconnectMoves.PAGE + "?after=" + page.next() : null,
				(after != null) ? ReconnectMoves.PAGE : null);
	}

	private static String well(ReconnectPage page, Reader reader) {
		return (page.lastChecked() != null) ? reader.text("reconnect.none.checked", reader.relative(page.lastChecked()))
				: reader.text("reconnect.none");
	}

	private Part part(ReconnectPart part, List<ReconnectRow> rows, Viewer viewer, Reader reader) {
		List<Unit> units = rows.stream()
			.collect(Collectors.groupingBy((row) -> row.place().unit(), LinkedHashMap::new, Collectors.toList()))
			.values()
			.stream()
			.map((unit) -> unit(part, unit, viewer, reader))
			.toList();
		return new Part(part.word(), rows.getFirst().place().partSize(), units);
	}

	private Unit unit(ReconnectPart part, List<ReconnectRow> rows, Viewer viewer, Reader reader) {
		boolean alone = rows.getFirst().place().unitSize() == 1;
		Head head = switch (part) {
			case NOW -> alone ? null : ofLogin(rows, viewer, reader);
			case CREATORS -> ofCreator(rows, reader);
			case WAITING -> null;
		};
		return new Unit(head, rows.stream().map((row) -> row(row, viewer, reader)).toList());
	}

	private Head ofLogin(List<ReconnectRow> rows, Viewer viewer, Reader reader) {
		ReconnectRow first = rows.getFirst();
		return new Head(
				reader.text("reconnect.login", first.place().unitSize(), this.networks.provider(first.channel())),
				lastConnected(first, reader), null, this.moves.all(rows, viewer, reader), List.of());
	}

	private Head ofCreator(List<ReconnectRow> rows, Reader reader) {
		ReconnectPlace place = rows.getFirst().place();
		return new Head(place.creatorName(), null, place.creatorId(), null, this.moves.renewals(rows, reader));
	}

	private Row row(ReconnectRow row, Viewer viewer, Reader reader) {
		Moves moves = this.moves.of(row, viewer, reader);
		return new Row(row.channel().id(), row.channel().network().value(), this.networks.name(row.channel().network()),
				this.networks.shown(row.channel()), row.picture(), this.pictures.reason(row.gap(), reader),
				row.place().creatorId(), row.place().creatorName(), this.states.chip(row.channel(), reader),
				lines(row, viewer, reader), moves.restores() ? List.of() : this.networks.waysOut(row.channel(), reader),
				this.moves.main(row, moves).orElse(null), this.moves.others(row, moves));
	}

	private List<String> lines(ReconnectRow row, Viewer viewer, Reader reader) {
		List<String> lines = new ArrayList<>();
		if (row.asked() != null) {
			lines.add(asked(row.asked(), reader));
		}
		String step = this.networks.firstStep(row.channel(), reader);
		if (step != null) {
			lines.add(step);
		}
		String last = lastConnected(row, reader);
		if (last != null && row.place().part() == ReconnectPart.NOW && !viewer.mayConnect(row.place().lookedAfterBy())
				&& row.channel().state() != ConnectionState.UNREADABLE) {
			lines.add(last + (last.endsWith(".") ? " " : ". ") + reader.text("reconnect.may-ask"));
		}
		if (!row.offered()) {
			lines.add(reader.text("portfolio.not-offered", this.networks.name(row.channel().network())));
		}
		return lines;
	}

	private static String asked(AskedGlimpse asked, Reader reader) {
		String whom = String.join(", ", asked.whom());
		String at = reader.relative(asked.at());
		return (asked.openedAt() != null)
				? reader.text("reconnect.asked.opened", asked.by(), whom, at, reader.relative(asked.openedAt()))
				: reader.text("reconnect.asked.not-opened", asked.by(), whom, at);
	}

	/** Who connected it last (H-4), or null where that was the creator. */
	private static @Nullable String lastConnected(ReconnectRow row, Reader reader) {
		return (row.connectedBy() != null && row.place().connectedAt() != null)
				? reader.text("reconnect.last", row.connectedBy(), reader.day(row.place().connectedAt())) : null;
	}

}
