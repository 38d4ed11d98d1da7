package io.channelkeeper.warning.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.warning.NoticeChoice;
import io.channelkeeper.warning.NoticeKind;
import io.channelkeeper.warning.NoticeScope;
import io.channelkeeper.warning.NoticeWay;

/**
 * A kind of notices with what was chosen for each way, as the page shows it.
 *
 * @param kind what about
 * @param cells one for each way
 */
record ChoiceRow(NoticeKind kind, List<Cell> cells) {

	static List<ChoiceRow> of(List<NoticeChoice> choices) {
		return choices.stream()
			.collect(Collectors.groupingBy(NoticeChoice::kind, LinkedHashMap::new, Collectors.toList()))
			.entrySet()
			.stream()
			.map((entry) -> new ChoiceRow(entry.getKey(),
					Arrays.stream(NoticeWay.values()).map((way) -> cell(way, entry.getValue())).toList()))
			.toList();
	}

	private static Cell cell(NoticeWay way, List<NoticeChoice> choices) {
		return new Cell(way,
				choices.stream()
					.filter((choice) -> choice.way() == way)
					.map(NoticeChoice::scope)
					.findFirst()
					.orElse(null));
	}

	/** The text of a scope: networks are no creators. */
	public String label(NoticeScope scope) {
		boolean networks = this.kind == NoticeKind.NETWORK_TROUBLE && scope == NoticeScope.ALL;
		return "warning.choice.scope." + (networks ? "NETWORKS" : scope.name());
	}

	/**
	 * What was chosen for a way.
	 *
	 * @param way by mail or inside the application
	 * @param chosen what holds now, or null where nothing comes that way
	 */
	record Cell(NoticeWay way, @Nullable NoticeScope chosen) {

	}

}
